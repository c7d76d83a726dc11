package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.screen.Judgement.Found;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * "I'll do it on Thursday", to an exercise that asks when a small step will be done: there "it" is
 * the step. It holds only where nothing else in the message, nothing the client said shortly before
 * and no earlier level gives "it" another meaning.
 */
final class Planned {
  private static final int CONTEXT_LINES = 12;

  /** Doing it, and when; not a word of what. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?=.*\\b(?:do|doing|hacerlo|hago|hare)\\b)(?:(?:i|i'll|ill|i'd|id|i'm|im|we|will|am|going|gonna|to"
              + "|then|might|could|would|can|just|want|plan|planning|maybe|probably|do|doing|it|that"
              + "|this|on|at|in|the|first|thing|tonight|today|tomorrow|monday|tuesday|wednesday"
              + "|thursday|friday|saturday|sunday|next|week|weekend|evening|morning|afternoon|noon"
              + "|after|before|soon|when|once|again|by|right|now|voy|a|hacerlo|lo|hago|hare|el|la"
              + "|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy|esta|noche|tarde"
              + "|por|de|semana|luego|pronto|ya|quiero)[\\s,.]*)+");

  private final RiskBook book;
  private final Answers answers;

  Planned(RiskBook book, Answers answers) {
    this.book = book;
    this.answers = answers;
  }

  /** What was found, without the plain deeds that an exercise asked for. */
  List<Found> without(Heard heard, Words words, List<Found> found) {
    if (found.isEmpty() || heard.carried().atLeast(Level.CONCERN)) return found;
    if (heard.asked().isEmpty() || !answers.asksForADeed(heard)) return found;
    List<Found> rest = found.stream().filter(f -> !bare(f, words)).toList();
    // A means gives "it" a meaning too, though it is only a cue.
    boolean other =
        rest.stream().anyMatch(f -> f.level().atLeast(Level.WATCH) || f.name().startsWith("means"));
    return other || rest.size() == found.size() || spokenOf(heard.context()) ? found : rest;
  }

  private static boolean bare(Found found, Words words) {
    if (!found.level().atLeast(Level.CONCERN)) return false;
    String said = words.original(found.start(), found.end()).toLowerCase(Locale.ROOT);
    return BARE.matcher(said.replace('’', '\'').strip()).matches();
  }

  private boolean spokenOf(List<ContextLine> context) {
    return context.subList(Math.max(0, context.size() - CONTEXT_LINES), context.size()).stream()
        .filter(line -> line.role() == Role.CLIENT)
        .flatMap(line -> Judgement.of(book, book.reader.read(line.text())).stream())
        .anyMatch(f -> f.level().atLeast(Level.CONCERN));
  }
}
