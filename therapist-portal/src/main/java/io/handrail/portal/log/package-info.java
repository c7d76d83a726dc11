/** A client's whole journal: who or what spoke each line, flags, versions, refusals. */
package io.handrail.portal.log;
