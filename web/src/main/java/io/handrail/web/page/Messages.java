package io.handrail.web.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of one service in every language it speaks: {@code
 * messages/<service>_<lang>.properties} over {@code messages/shared_<lang>.properties}, UTF-8. The
 * English file of a service names its languages under {@code languages}. Arguments stand as {@code
 * {0}}, {@code {1}}; apostrophes mean themselves.
 */
public final class Messages {
  static final String FALLBACK = "en";
  private final String service;
  private final Map<String, Map<String, String>> byLanguage;

  private Messages(String service, Map<String, Map<String, String>> byLanguage) {
    this.service = service;
    this.byLanguage = byLanguage;
  }

  /** Reads the bundles of a service from the class path. */
  public static Messages of(String service) {
    Map<String, String> english = read("messages/" + service + "_" + FALLBACK + ".properties");
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (String language : english.getOrDefault("languages", FALLBACK).split("\\s*,\\s*")) {
      Map<String, String> words =
          new HashMap<>(read("messages/shared_" + language + ".properties"));
      words.putAll(read("messages/" + service + "_" + language + ".properties"));
      all.put(language, Map.copyOf(words));
    }
    return new Messages(service, all);
  }

  private static Map<String, String> read(String resource) {
    try (var in = Messages.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) return Map.of();
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> words = new HashMap<>();
      properties.forEach((key, text) -> words.put((String) key, (String) text));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tags of the languages this service speaks, English first. */
  public Set<String> languages() {
    return byLanguage.keySet();
  }

  /**
   * The language itself when the service speaks it, else the same without its region, else English.
   */
  public String nearest(String language) {
    if (language == null) return FALLBACK;
    if (byLanguage.containsKey(language)) return language;
    int dash = language.indexOf('-');
    String base = dash < 0 ? language : language.substring(0, dash);
    return byLanguage.containsKey(base) ? base : FALLBACK;
  }

  public boolean has(String language, String key) {
    return byLanguage.getOrDefault(language, Map.of()).containsKey(key);
  }

  /**
   * @throws Missing when the language has no such key
   */
  public String text(String language, String key, Object... arguments) {
    String text = byLanguage.getOrDefault(language, Map.of()).get(key);
    if (text == null) throw new Missing(service, language, key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** {@code key.one} when {@code count} is 1, {@code key.other} else; the count is {@code {0}}. */
  public String counted(String language, String key, long count, List<Object> more) {
    Object[] arguments = new Object[more.size() + 1];
    arguments[0] = count;
    for (int i = 0; i < more.size(); i++) arguments[i + 1] = more.get(i);
    return text(language, key + (count == 1 ? ".one" : ".other"), arguments);
  }

  /** Keys that one language has and another lacks, as {@code language: key}; empty is good. */
  public Set<String> gaps() {
    Set<String> keys = new TreeSet<>();
    byLanguage.values().forEach(words -> keys.addAll(words.keySet()));
    keys.remove("languages");
    Set<String> gaps = new TreeSet<>();
    byLanguage.forEach((language, words) -> {
      for (String key : keys) if (!words.containsKey(key)) gaps.add(language + ": " + key);
    });
    return gaps;
  }

  /** A page asked for words that nobody wrote. */
  public static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String service, String language, String key) {
      super("no message " + key + " in " + service + "_" + language);
    }
  }
}
