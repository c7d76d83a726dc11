package io.handrail.care.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a clinician steers the program with one client. It sets tone, pace and where to begin; it
 * moves no step, no limit and no level.
 *
 * @param emphasise what to bring out, a few words each
 * @param avoid wording and subjects to leave alone
 * @param words the client's own words for things, to be used as they are
 * @param prefer the exercise to offer first, by the name of its protocol
 * @param note in the clinician's own words; empty for none
 */
public record Guidance(
    List<String> emphasise,
    List<String> avoid,
    List<String> words,
    Pace pace,
    Optional<String> prefer,
    String note) {

  /** How much a reply brings at once. */
  public enum Pace {
    AS_IT_IS,
    /** One small thing at a time, with what it is for. */
    SLOWER,
    /** The question and little else. */
    SHORTER
  }

  /** Steers nothing. */
  public static final Guidance NONE =
      new Guidance(List.of(), List.of(), List.of(), Pace.AS_IT_IS, Optional.empty(), "");

  public static final int LINES_MAX = 5;
  public static final int LINE_CHARS_MAX = 80;
  public static final int NOTE_CHARS_MAX = 220;

  public Guidance {
    emphasise = List.copyOf(emphasise);
    avoid = List.copyOf(avoid);
    words = List.copyOf(words);
  }

  /** As short notes that a program can follow. */
  public List<String> notes() {
    var notes = new ArrayList<String>();
    if (!emphasise.isEmpty()) notes.add("Bring out: " + String.join("; ", emphasise) + ".");
    if (!avoid.isEmpty()) notes.add("Leave alone: " + String.join("; ", avoid) + ".");
    if (!words.isEmpty()) {
      notes.add("Use the client's own words for things: " + String.join("; ", words) + ".");
    }
    switch (pace) {
      case AS_IT_IS -> {}
      case SLOWER -> notes.add("Go slowly: one small thing in each reply.");
      case SHORTER -> notes.add("Keep replies very short: the question and little else.");
    }
    prefer.ifPresent(name ->
        notes.add(
            "Where it fits, lead to " + name.replace('_', ' ').toLowerCase(Locale.ROOT) + "."));
    if (!note.isBlank()) notes.add(note.strip());
    return notes;
  }
}
