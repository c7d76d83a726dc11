/** What every answer tells a browser to allow, and which requests are not even looked at. */
package io.handrail.web.headers;
