/** Pages from Freemarker templates, the words on them by language, and the files they link. */
package io.handrail.web.page;
