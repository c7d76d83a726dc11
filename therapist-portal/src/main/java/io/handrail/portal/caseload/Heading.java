package io.handrail.portal.caseload;

import io.handrail.care.review.Reason;

/** The headings of a caseload, in reading order. */
enum Heading {
  FIRST("needs-you", "Needs you first"),
  WAITING("waiting", "Waiting for you"),
  LOOK("look", "Worth a look"),
  REST("nothing", "Nothing waiting");

  private final String id;
  private final String words;

  Heading(String id, String words) {
    this.id = id;
    this.words = words;
  }

  String id() {
    return id;
  }

  String words() {
    return words;
  }

  static Heading of(Reason.Place place) {
    return switch (place) {
      case RISK, HOLD, CONCERN, LIVE, MEASURE -> FIRST;
      case SAFETY_PLAN, HOMEWORK, UNREAD, OVERDUE -> WAITING;
      case RISING, QUIET, NEW -> LOOK;
      case NOTHING -> REST;
    };
  }
}
