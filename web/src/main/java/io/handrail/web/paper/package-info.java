/** Pages on paper: the same templates, set as an accessible PDF. */
package io.handrail.web.paper;
