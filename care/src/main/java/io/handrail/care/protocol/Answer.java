package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;

/** What a client gave a step, or asked of it. */
public sealed interface Answer {

  /** Free text, read by the step itself. */
  record Words(String text) implements Answer {}

  /** Ids of tapped options. */
  record Picked(List<String> options) implements Answer {
    public Picked {
      options = List.copyOf(options);
    }
  }

  /**
   * What a model read out of the text. The step checks it like anything else, and falls back to
   * reading the text itself.
   *
   * @param captures field name to plain value: String, Number, List or Map
   */
  record Read(String text, Map<String, Object> captures) implements Answer {
    public Read {
      captures = Map.copyOf(captures);
    }
  }

  /** To an earlier step that was answered. */
  record GoTo(String step) implements Answer {}

  /** A button beside the box. */
  enum Control implements Answer {
    BACK,
    SKIP,
    STOP,
    WHY,
    EXAMPLE,
    HINT,
    /** Said again after a break, with a word about where we were. */
    RESUME
  }
}
