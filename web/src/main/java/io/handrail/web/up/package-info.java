/** Starting: settings, the store, the two services, the first data, and a clean end. */
package io.handrail.web.up;
