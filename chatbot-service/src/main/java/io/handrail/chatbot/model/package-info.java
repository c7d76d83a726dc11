/** The only import of dev.langchain4j: providers, deadlines, breaker, budget, extraction. */
package io.handrail.chatbot.model;
