/** Delivers stored flags until a person acknowledges them. */
package io.handrail.chatbot.alert;
