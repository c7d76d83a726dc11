/** How a conversation kept to the method: counted, drafted, rated by a person, compared. */
package io.handrail.care.review.fidelity;
