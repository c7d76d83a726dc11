package io.handrail.chatbot.turn;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that carry its content, as stems; English and Spanish. */
final class Content {
  private static final int STEM = 5;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Set<String> SMALL =
      words(
          "a an the and or but so if then than that this these those there here it its is are was"
              + " were be been being am do does did done doing have has had having i im ive you"
              + " your yours youre he him his she her they them their we us our my me mine who whom"
              + " whose which what when where why how of in on at by to for from with without about"
              + " into over under up down out off as not no nor yes just only also too very more"
              + " most much many some any all both each every other another one two can could may"
              + " might must shall should will would let lets get got go goes going went come came"
              + " now still again even well like way bit lot put say said says tell told");
  private static final Set<String> CHICAS =
      words(
          "el la los las un una unos unas y e o u pero si no ni que cual cuales quien cuando donde"
              + " como porque por para con sin de del al a en sobre entre desde hasta es son era"
              + " eran fue fueron ser estar esta estan estaba estas este esto esta estos eso esa"
              + " ese esos hay habia ha han he has haber yo tu te ti me mi mis tus su sus se lo le"
              + " les nos usted ella ello ellos ellas muy mas menos mucho mucha poco algo alguno"
              + " alguna otro otra todo toda todos todas cada solo tambien ya aun ahora aqui alli"
              + " asi bien puede puedes podrias podria decir dijo dices dirias hace hacer hizo va"
              + " vas ir");

  private Content() {}

  /** In lower case, without accents or punctuation, single spaces. */
  static String folded(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replaceAll("['’‘`´]", "");
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return bare.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Stems of the words that are not small ones; a set of the caller's own. */
  static Set<String> of(String text) {
    var stems = new HashSet<String>();
    for (String word : folded(text).split(" ")) {
      if (word.length() < 3 || SMALL.contains(word) || CHICAS.contains(word)) continue;
      stems.add(word.length() > STEM ? word.substring(0, STEM) : word);
    }
    return stems;
  }

  /** Whether a folded text has these folded words in a row. */
  static boolean names(String folded, String words) {
    return (" " + folded + " ").contains(" " + words + " ");
  }

  private static Set<String> words(String list) {
    return new HashSet<>(Arrays.asList(list.split(" ")));
  }
}
