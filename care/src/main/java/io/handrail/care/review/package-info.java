/** What a clinician saw, acknowledged, noted, decided; brief; fidelity. */
package io.handrail.care.review;
