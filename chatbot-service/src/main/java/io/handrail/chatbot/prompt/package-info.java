/** prompts/ read, checked, rendered (Freemarker, plain text). */
package io.handrail.chatbot.prompt;
