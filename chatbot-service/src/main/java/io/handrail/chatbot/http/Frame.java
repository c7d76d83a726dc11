package io.handrail.chatbot.http;

import java.time.ZoneId;

/**
 * What stands around every page.
 *
 * @param language BCP 47 tag
 * @param place the way that is marked as here: {@code home}, {@code homework}, {@code records},
 *     {@code about}; empty where no ways are shown
 * @param unread comments the client has not opened
 * @param device names the client to their own browser, so that a draft is theirs alone; says
 *     nothing to anyone else; empty before sign-in
 * @param synthetic true in a demonstration clinic
 */
public record Frame(
    String language, ZoneId zone, String place, int unread, String device, boolean synthetic) {

  Frame at(String place) {
    return new Frame(language, zone, place, unread, device, synthetic);
  }
}
