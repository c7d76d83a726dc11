/** What both services mean by a client's care: plain Java, no framework. */
package io.handrail.care;
