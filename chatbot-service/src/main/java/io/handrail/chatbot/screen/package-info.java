/** Signals and context -> Screening. */
package io.handrail.chatbot.screen;
