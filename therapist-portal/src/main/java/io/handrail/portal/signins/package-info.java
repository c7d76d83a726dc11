/**
 * How the staff of a clinic come in: what is asked of everyone, and help when a telephone is lost.
 */
package io.handrail.portal.signins;
