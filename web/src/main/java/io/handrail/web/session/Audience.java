package io.handrail.web.session;

import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import java.time.Duration;

/** For whom a service is. A token made for one audience is refused by the other. */
enum Audience {
  /** Clients, at the chatbot. A phone stays signed in for a month. */
  CHATBOT(Duration.ofDays(30)),
  /** Staff, at the portal. A working day. */
  PORTAL(Duration.ofHours(12));

  private final Duration sessionMax;

  Audience(Duration sessionMax) {
    this.sessionMax = sessionMax;
  }

  static Audience of(String service) {
    return switch (service) {
      case "chatbot" -> CHATBOT;
      case "portal" -> PORTAL;
      default -> throw new IllegalArgumentException("no audience for a service " + service);
    };
  }

  /** The {@code aud} claim. */
  String claim() {
    return this == CHATBOT ? "handrail-client" : "handrail-staff";
  }

  /** How long a sign-in lasts at most, however often it is renewed. */
  Duration sessionMax() {
    return sessionMax;
  }

  boolean admits(Actor actor) {
    return switch (actor) {
      case ClientActor client -> this == CHATBOT;
      case StaffActor staff -> this == PORTAL;
    };
  }
}
