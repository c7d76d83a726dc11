/** A synthetic clinic to try things on; its people are made up and labelled so. */
package io.handrail.chatbot.demo;
