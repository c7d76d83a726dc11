package io.handrail.portal.steering;

import io.handrail.care.plan.Guidance;
import io.handrail.care.plan.Guidance.Pace;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steering as typed.
 *
 * @param seen the version of the plan that was looked at
 * @param emphasise a line each, as are {@code avoid} and {@code words}
 * @param pace {@code as_it_is}, {@code slower} or {@code shorter}
 * @param prefer the name of a protocol; empty for none
 * @param turns journal places of the messages to preview on
 */
@Serdeable
record SteeringForm(
    @Nullable Integer seen,
    @Nullable String emphasise,
    @Nullable String avoid,
    @Nullable String words,
    @Nullable String pace,
    @Nullable String prefer,
    @Nullable String note,
    @Nullable List<Long> turns) {

  SteeringForm {
    seen = seen == null ? 0 : seen;
    emphasise = text(emphasise);
    avoid = text(avoid);
    words = text(words);
    pace = text(pace);
    prefer = text(prefer);
    note = text(note);
    turns = turns == null ? List.of() : List.copyOf(turns);
  }

  private static String text(String given) {
    return given == null ? "" : given.replace("\r\n", "\n").strip();
  }

  static SteeringForm of(Guidance now, int version, List<Long> turns) {
    return new SteeringForm(
        version,
        String.join("\n", now.emphasise()),
        String.join("\n", now.avoid()),
        String.join("\n", now.words()),
        now.pace().name().toLowerCase(Locale.ROOT),
        now.prefer().orElse(""),
        now.note(),
        turns);
  }

  SteeringForm over(int version) {
    return new SteeringForm(version, emphasise, avoid, words, pace, prefer, note, turns);
  }

  /**
   * @param problems by field name; where there are any the rest is not to be used
   */
  record Read(Guidance guidance, Map<String, String> problems) {}

  /**
   * @param known names of the protocols there are
   */
  Read read(Set<String> known) {
    Map<String, String> problems = new LinkedHashMap<>();
    Pace how = Pace.AS_IT_IS;
    try {
      how = Pace.valueOf(pace.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problems.put("pace", "Choose one of the three.");
    }
    if (!prefer.isEmpty() && !known.contains(prefer)) {
      problems.put("prefer", "This exercise is not there any more. Choose again.");
    }
    if (note.length() > Guidance.NOTE_CHARS_MAX) {
      problems.put("note", "At most " + Guidance.NOTE_CHARS_MAX + " letters.");
    }
    var guidance =
        new Guidance(
            lines("emphasise", emphasise, problems),
            lines("avoid", avoid, problems),
            lines("words", words, problems),
            how,
            Optional.of(prefer).filter(p -> !p.isEmpty()),
            note);
    return new Read(guidance, problems);
  }

  private static List<String> lines(String field, String typed, Map<String, String> problems) {
    List<String> lines =
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (lines.size() > Guidance.LINES_MAX) {
      problems.put(field, "At most " + Guidance.LINES_MAX + ", one on each line.");
    } else if (lines.stream().anyMatch(line -> line.length() > Guidance.LINE_CHARS_MAX)) {
      problems.put(field, "At most " + Guidance.LINE_CHARS_MAX + " letters on a line.");
    }
    return lines;
  }
}
