package io.handrail.care.protocol;

import java.util.Map;

/** The wordings of every {@link Phrase}. */
public record Phrases(Map<Phrase, Wordings> wordings) {
  public Phrases {
    wordings = Map.copyOf(wordings);
  }

  public Wordings of(Phrase phrase) {
    return wordings.getOrDefault(phrase, Wordings.NONE);
  }

  /** The first wording, for labels of options. */
  String label(Phrase phrase, String language) {
    var all = of(phrase).in(language);
    return all.isEmpty() ? phrase.key() : all.getFirst().source();
  }
}
