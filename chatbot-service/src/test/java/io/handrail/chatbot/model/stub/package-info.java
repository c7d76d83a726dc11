/** A language model that is none: an OpenAI-compatible server on loopback that can misbehave. */
package io.handrail.chatbot.model.stub;
