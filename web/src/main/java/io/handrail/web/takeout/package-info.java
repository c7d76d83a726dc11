/** A client's copy of their record as one file, for both services. */
package io.handrail.web.takeout;
