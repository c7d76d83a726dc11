/** Homework and its transition table. */
package io.handrail.care.homework;
