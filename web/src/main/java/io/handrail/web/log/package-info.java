/** What may be written to a log: when, how grave, which part, and never anybody's words. */
package io.handrail.web.log;
