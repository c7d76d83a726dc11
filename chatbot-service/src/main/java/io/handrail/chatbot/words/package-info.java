/** Text read into plain words, and phrases found in them; screen and guard share it. */
package io.handrail.chatbot.words;
