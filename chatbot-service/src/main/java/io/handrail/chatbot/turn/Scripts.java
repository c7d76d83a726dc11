package io.handrail.chatbot.turn;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fixed texts of {@code scripts/spoken_*.properties}. A text with numbered variants is varied
 * by the turn, so that two turns running do not say the same.
 */
final class Scripts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Map<String, Scripts> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final ResourceBundle texts;
  private final Locale locale;

  private Scripts(String language) {
    this.locale = Locale.forLanguageTag(language);
    this.texts = ResourceBundle.getBundle("scripts.spoken", locale, NO_FALLBACK);
  }

  /** The texts in this language, or in English where it has none: never silence. */
  static Scripts in(String language) {
    return BY_LANGUAGE.computeIfAbsent(
        language,
        asked -> {
          try {
            return new Scripts(asked);
          } catch (MissingResourceException e) {
            return new Scripts("en");
          }
        });
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  /** All variants {@code key.1}, {@code key.2}, ..., in order. */
  List<String> all(String key, Object... arguments) {
    var all = new ArrayList<String>();
    for (int i = 1; texts.containsKey(key + "." + i); i++) all.add(say(key + "." + i, arguments));
    return List.copyOf(all);
  }

  /** One of the variants {@code key.1}, {@code key.2}, ..., by the turn's place in the journal. */
  String vary(String key, long turn, Object... arguments) {
    int variants = 0;
    while (texts.containsKey(key + "." + (variants + 1))) variants++;
    if (variants == 0) return say(key, arguments);
    return say(key + "." + (1 + Math.floorMod(turn, variants)), arguments);
  }
}
