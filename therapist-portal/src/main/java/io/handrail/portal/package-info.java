/** What clinicians and clinic administrators work in: main and Wiring. */
@Configuration
@Requires(property = "handrail.service", value = "portal")
package io.handrail.portal;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
