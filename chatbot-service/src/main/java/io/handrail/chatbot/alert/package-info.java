/** Delivers stored flags until a person acknowledges. */
package io.handrail.chatbot.alert;
