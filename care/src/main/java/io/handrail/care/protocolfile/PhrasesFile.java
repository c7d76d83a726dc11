package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Phrase;
import io.handrail.care.protocol.Phrases;
import io.handrail.care.protocol.Wordings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code shared/phrases.yaml}: what is said at any step of any protocol. */
final class PhrasesFile {
  private PhrasesFile() {}

  /** What was read, its languages, and what is wrong with it. */
  record Read(Phrases phrases, Set<String> languages, List<Problem> problems) {}

  static Read read(String name, String text) {
    var ledger = new Ledger(name);
    var wordings = new EnumMap<Phrase, Wordings>(Phrase.class);
    var languages = new LinkedHashSet<String>();
    Yaml.parse(ledger, text)
        .flatMap(root -> Section.of(ledger, root, ""))
        .ifPresent(file -> all(ledger, file, languages, wordings));
    return new Read(new Phrases(wordings), languages, ledger.problems());
  }

  private static void all(
      Ledger ledger, Section file, Set<String> languages, Map<Phrase, Wordings> wordings) {
    file.only(List.of("languages", "phrases"));
    languages.addAll(file.texts("languages"));
    if (languages.isEmpty()) file.required("languages", "[en]");
    var speech = new Speech(ledger, languages, Map.of());
    var section = file.section("phrases");
    if (section.isEmpty()) file.required("phrases", "{stopped: {en: [\"...\"]}}");
    section.ifPresent(s -> {
      s.only(Arrays.stream(Phrase.values()).map(Phrase::key).toList());
      for (Phrase phrase : Phrase.values()) {
        if (!s.has(phrase.key())) s.required(phrase.key(), "{en: [\"...\"]}");
        wordings.put(phrase, speech.wordings(s, phrase.key(), rule(phrase)));
      }
    });
  }

  private static Speech.Rule rule(Phrase phrase) {
    return switch (phrase) {
      case OPTION_KEEP, OPTION_ENOUGH, OPTION_STOP, OPTION_GO_ON -> Speech.Rule.LABEL;
      default -> Speech.Rule.REASK;
    };
  }
}
