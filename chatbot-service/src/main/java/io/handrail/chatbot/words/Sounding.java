package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the words that an unknown word may be when it is written as it sounds ("voyses", "slepe",
 * "gudby"). Letters that sound alike count as one, and a vowel counts only by its place.
 */
final class Sounding {
  private static final int KEY_MIN = 4;
  private static final int FOUND_MAX = 6;
  private static final String VOWELS = "aeiouy";
  private final Map<String, List<String>> byKey = new HashMap<>();

  Sounding(Set<String> words) {
    for (String word : words) {
      if (!latin(word)) continue;
      String key = key(word);
      if (key.length() < KEY_MIN) continue;
      byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(word);
    }
    byKey.values().forEach(found -> found.sort(null));
  }

  List<String> to(String word) {
    if (word.length() < KEY_MIN || !latin(word)) return List.of();
    List<String> found = byKey.getOrDefault(key(word), List.of());
    return found.size() > FOUND_MAX ? List.of() : found;
  }

  private static boolean latin(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** How it sounds, roughly: "voices" and "voyses" are both "vasas". */
  static String key(String word) {
    String plain =
        word.replace("ght", "t")
            .replace("ph", "f")
            .replace("tch", "c")
            .replace("ch", "c")
            .replace("ck", "k")
            .replace("dge", "j")
            .replace("wh", "w")
            .replace("x", "ks");
    if (plain.startsWith("kn") || plain.startsWith("wr")) plain = plain.substring(1);
    if (plain.endsWith("e") && plain.length() > KEY_MIN) {
      plain = plain.substring(0, plain.length() - 1);
    }
    StringBuilder key = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char sound = sound(plain, i);
      if (sound != 0 && (key.isEmpty() || key.charAt(key.length() - 1) != sound)) {
        key.append(sound);
      }
    }
    return key.toString();
  }

  private static char sound(String word, int at) {
    char c = word.charAt(at);
    if (VOWELS.indexOf(c) >= 0) return 'a';
    boolean soft = at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0;
    return switch (c) {
      case 'c' -> soft ? 's' : 'k';
      case 'q' -> 'k';
      case 'z' -> 's';
      case 'h' -> at == 0 ? 'h' : 0;
      case 'w' -> at == 0 ? 'w' : 0;
      default -> c;
    };
  }
}
