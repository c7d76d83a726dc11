package io.handrail.care.conversation;

import java.util.regex.Pattern;

/** Chosen by the client's device for one thing sent, so that sending it again is no second turn. */
public record MessageId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  public MessageId {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("message ids are 8 to 64 characters of A-Z a-z 0-9 _ -");
    }
  }
}
