/**
 * What a person or a script is told when something cannot be had: little, and nothing of the
 * inside.
 */
package io.handrail.web.fault;
