/** Rules on each sentence of a draft reply. */
package io.handrail.chatbot.guard;
