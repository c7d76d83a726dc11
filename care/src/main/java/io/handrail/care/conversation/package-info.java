/** Conversation, Turn, sealed Outcome, Flag, and what the screen saw. */
package io.handrail.care.conversation;
