package io.handrail.care.protocolfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code shared/contraindications.yaml}: what a clinician can say of a client that speaks
 * against an exercise.
 */
final class ContraindicationsFile {
  private ContraindicationsFile() {}

  /** The name that protocol files use, to the clinician's words, in the order of the file. */
  static Map<String, String> read(Ledger ledger, String text) {
    var found = new LinkedHashMap<String, String>();
    Yaml.parse(ledger, text)
        .flatMap(root -> Section.of(ledger, root, ""))
        .ifPresent(file -> {
          file.only(List.of("contraindications"));
          if (!file.has("contraindications")) {
            file.required("contraindications", "{mania: \"Mania\"}");
          }
          file.section("contraindications").ifPresent(s -> all(s, found));
        });
    return found;
  }

  private static void all(Section s, Map<String, String> found) {
    for (String name : s.keys()) {
      if (!FieldReader.NAME.matcher(name).matches()) {
        s.wrong(
            name,
            "`" + name + "` cannot name a contraindication",
            "Use small letters, digits and _");
      }
      s.text(name).ifPresent(words -> found.put(name, words));
    }
  }
}
