/**
 * The signed table of whom to call: which one is used, by whom it is vouched for, how old it is.
 */
package io.handrail.chatbot.crisis;
