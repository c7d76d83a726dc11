/** How the clinic's founder and its people come in. */
package io.handrail.portal.join;
