/** A worksheet as the client left it. */
package io.handrail.portal.exercise;
