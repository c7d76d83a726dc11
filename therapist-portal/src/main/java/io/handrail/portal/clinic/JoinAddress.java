package io.handrail.portal.clinic;

import io.handrail.care.clinic.InvitationCode;
import io.handrail.web.up.Settings;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;

/** Where an invited client goes. */
@Singleton
class JoinAddress {
  private final String chat;

  /**
   * @param address {@code HANDRAIL_CHAT_URL}, as clients reach the chatbot service from outside;
   *     without it, this machine
   */
  JoinAddress(@Nullable @Property(name = "handrail.chat.url") String address, Settings settings) {
    this.chat =
        address == null || address.isBlank()
            ? "http://localhost:" + settings.chatPort()
            : address.strip().replaceAll("/+$", "");
  }

  /** For the client to open and type the code. */
  String page() {
    return chat + "/join";
  }

  /** The same with the code in it. */
  String with(InvitationCode code) {
    return page() + "?code=" + code.shown();
  }
}
