/** What the client talks to: main and Wiring, the one factory. */
@Configuration
@Requires(property = "handrail.service", value = "chatbot")
package io.handrail.chatbot;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
