package io.handrail.chatbot.turn;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns of phrase with which a speaker hands over evidence, another view or the name of a trap
 * instead of asking for it. English and Spanish, folded.
 */
final class Supplied {
  /** Names of traps that no client needs to be told by a model, in several words. */
  static final Set<String> TRAPS =
      Set.of(
          "all or nothing",
          "black and white thinking",
          "mind reading",
          "fortune telling",
          "jumping to conclusions",
          "emotional reasoning",
          "mental filter",
          "thinking trap",
          "thinking error",
          "cognitive distortion",
          "cognitive distortions",
          "should statements",
          "todo o nada",
          "blanco o negro",
          "leer la mente",
          "lectura de mente",
          "filtro mental",
          "razonamiento emocional",
          "trampa del pensamiento",
          "distorsion cognitiva",
          "error de pensamiento");

  /** And in one. */
  static final Set<String> TRAP_WORDS =
      new HashSet<>(
          Arrays.asList(
              ("catastrophizing catastrophising catastrophize catastrophise overgeneralizing"
                      + " overgeneralising overgeneralization overgeneralisation personalization"
                      + " personalisation personalizing personalising mislabeling mislabelling"
                      + " catastrofizar catastrofizando catastrofismo sobregeneralizar"
                      + " sobregeneralizacion personalizacion")
                  .split(" ")));

  private static final List<Pattern> HANDS_OVER =
      List.of(
          any(
              "(?:maybe|perhaps|possibly|probably)"
                  + " (?:it|he|she|they|you|your|this|that|there|the|people|someone)",
              "(?:it|this|that|he|she|they|there) (?:could|might|may) (?:well |also |simply |just"
                  + " )?(?:be|have|mean)",
              "(?:could|might|may) (?:it|this|that|he|she|they|there) (?:also |simply |just |not"
                  + " )?(?:be|have|mean)",
              "(?:is|isnt|wasnt|was) it (?:not )?(?:also )?(?:possible|likely|true|more likely)",
              "(?:dont|wouldnt) you (?:think|agree|say)",
              "have you (?:considered|thought about|tried)",
              "what if (?:he|she|they|it|you|the)",
              "another way (?:to|of) (?:see|look|think|view)",
              "a (?:more |much )?(?:balanced|fairer|kinder|healthier|helpful|realistic|rational)"
                  + " (?:thought|view|way|perspective)",
              "for (?:example|instance)",
              "you (?:could|can|might|should) (?:tell yourself|say to yourself|remind"
                  + " yourself|think of it|see it|try)",
              "(?:remind|tell) yourself",
              "the (?:truth|fact|reality) is",
              "in (?:fact|reality)",
              "(?:that|this|it|which) (?:shows|proves|suggests|means|tells us|speaks against|speaks"
                  + " for) (?:that |you|it|he|she|they)",
              "(?:sounds|seems|looks) like (?:a |an )?(?:case of|example of|thinking)"),
          any(
              "(?:quizas?|tal vez|a lo mejor|puede que|seguramente|probablemente)"
                  + " (?:el|ella|ellos|ellas|tu|esto|eso|la|los|las|no|estaba|estaban|sea|sean|fue|tenga|tenia)",
              "(?:podria|pudo|puede) (?:ser|haber|significar)",
              "no (?:crees|te parece|piensas|sera) que",
              "has (?:pensado en|considerado|probado)",
              "y si (?:el|ella|ellos|ellas|en realidad|solo)",
              "otra (?:forma|manera) de (?:ver|pensar|mirar)",
              "un pensamiento (?:mas )?(?:equilibrado|justo|amable|realista|sano|util)",
              "por ejemplo",
              "(?:podrias|puedes|deberias) (?:decirte|pensar que|recordarte|intentar|probar)",
              "(?:recuerdate|dite a ti)",
              "la (?:verdad|realidad) es",
              "en realidad",
              "de hecho",
              "(?:eso|esto|lo cual|lo que) (?:demuestra|muestra|prueba|significa|sugiere|indica)"));

  /** Offers to leave, shorten or change the exercise: that is the program's and the client's. */
  private static final List<Pattern> STEERS =
      List.of(
          any(
              "(?:would you like|do you want|shall we|let us|lets|we can|we could|i will|we"
                  + " will|you can|how about) (?:to |now )?(?:skip|jump|move on to|go"
                  + " straight|leave out|finish|end|stop|drop)(?:ping)?",
              "your (?:level|plan|limits?|exercise) (?:is|are|has been|was) (?:now |been"
                  + " )?(?:changed|raised|lifted|three|two|over)",
              "(?:marry|kiss|date|meet|love|call) me"),
          any(
              "(?:quieres|te gustaria|podemos|vamos a|puedes|que tal si)"
                  + " (?:saltar|terminar|acabar|parar|dejar|pasar a)",
              "tu (?:nivel|plan|limite) (?:ha|esta|fue) (?:sido )?(?:cambiado|subido)"));

  private Supplied() {}

  static Optional<String> steers(String folded, String heard) {
    return first(STEERS, folded, heard);
  }

  /** The first such words that are not already the client's or the file's. */
  static Optional<String> in(String folded, String heard) {
    return first(HANDS_OVER, folded, heard);
  }

  private static Optional<String> first(List<Pattern> patterns, String folded, String heard) {
    for (Pattern pattern : patterns) {
      Matcher m = pattern.matcher(folded);
      while (m.find()) {
        if (!Content.names(heard, m.group().strip())) return Optional.of(m.group());
      }
    }
    return Optional.empty();
  }

  private static Pattern any(String... phrases) {
    return Pattern.compile("\\b(?:" + String.join("|", phrases) + ")\\b");
  }
}
