/** The brief before a session: written from what is stored, each sentence with its source. */
package io.handrail.care.review.brief;
