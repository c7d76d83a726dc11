package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.screen.Judgement.Found;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The screen: deterministic, in-process, no network. It reads a message and its context against the
 * files in {@code resources/screen} and explains itself by signals and the client's own words. A
 * fault of its own is answered by {@code complete=false} and at least CONCERN.
 */
public final class SafetyScreen implements Screen {
  private static final int CONTEXT_LINES_MAX = 120;
  private static final int SIGNALS_MAX = 24;

  private final RiskBook book;
  private final Answers answers;
  private final Planned planned;
  private final Tongues tongues;
  private final Recall recall;

  /** Reads its files; about a third of a second, once. */
  public SafetyScreen() {
    this(new Likeness());
  }

  /** With a hint from elsewhere, which can raise a level and never lower one. */
  public SafetyScreen(Recall recall) {
    this.book = new RiskBook();
    this.answers = new Answers(book);
    this.planned = new Planned(book, answers);
    this.tongues = new Tongues(book);
    this.recall = recall;
    warm();
  }

  /** The first client should not wait for what is made at the first reading. */
  private void warm() {
    String text = "Wаrm up: I was late, my boss saw it and i thоught I can't do anything right 😀.";
    for (int i = 0; i < 20; i++) {
      Words words = book.reader.read(text);
      Judgement.of(book, words);
      tongues.of(text, words, "en");
    }
  }

  @Override
  public Screening screen(Heard heard) {
    String language = "und";
    try {
      Words words = book.reader.read(heard.text());
      language = tongues.of(heard.text(), words, heard.language());
      return judged(heard, words, language);
    } catch (RuntimeException | StackOverflowError fault) {
      Level level = Level.CONCERN.max(heard.carried());
      return new Screening(
          level, List.of(new Signal("screen_fault", Level.CONCERN, "")), language, false);
    }
  }

  private Screening judged(Heard heard, Words words, String language) {
    List<Found> all = Judgement.of(book, words);
    List<Found> found = planned.without(heard, words, all);
    List<Signal> signals = new ArrayList<>();
    for (Found f : found) {
      if (f.rule().about() == RiskRule.About.CUE) continue;
      signals.add(new Signal(f.name(), f.level(), words.original(f.start(), f.end())));
    }
    Combining combining = new Combining(book, words, found);
    signals.addAll(combining.inMessage());
    signals.addAll(combining.withContext(heard.context(), CONTEXT_LINES_MAX));
    signals.addAll(answers.signals(heard, words));
    tongues.signal(language, found).ifPresent(signals::add);
    if (found.size() == all.size() && !onlyAsksForMeans(found)) {
      recall
          .hint(new Reading(heard, words, answers.asked(heard), language))
          .map(hint -> tongues.trusted(language, heard.language(), hint))
          .ifPresent(signals::add);
    }
    carried(heard.carried(), found).ifPresent(signals::add);
    List<Signal> sorted = sorted(signals);
    Level level = sorted.stream().map(Signal::level).reduce(Level.NONE, Level::max);
    return new Screening(level, sorted, language, true);
  }

  /** What a question about a bridge or a train means is told by what stands with it, or before. */
  private static boolean onlyAsksForMeans(List<Found> found) {
    return found.stream().anyMatch(f -> f.name().equals("means_question"))
        && found.stream().noneMatch(f -> f.level().atLeast(Level.WATCH));
  }

  /**
   * What an earlier level makes of this message. The journal keeps that level itself, so a message
   * that says nothing of it is only marked; one that takes it back, or despairs, counts again.
   */
  private static Optional<Signal> carried(Level carried, List<Found> found) {
    if (!carried.atLeast(Level.CONCERN)) return Optional.empty();
    boolean takesBack = found.stream().anyMatch(f -> f.name().equals("retraction"));
    if (takesBack) return Optional.of(new Signal("retraction_after_risk", Level.CONCERN, ""));
    // "Just a bad day" is how people answer that they are safe; hopelessness is not.
    boolean despairs =
        found.stream()
            .anyMatch(f -> f.rule().group().equals("despair") && !f.name().equals("low_mood"));
    if (despairs) return Optional.of(new Signal("despair_after_risk", Level.CONCERN, ""));
    return Optional.of(new Signal("carried", Level.WATCH, ""));
  }

  /** One signal per name, the longest words kept; the most pressing first, then by name. */
  private static List<Signal> sorted(List<Signal> signals) {
    Map<String, Signal> byName = new HashMap<>();
    for (Signal signal : signals) byName.merge(signal.name(), signal, SafetyScreen::better);
    return byName.values().stream()
        .sorted(Comparator.comparing(Signal::level).reversed().thenComparing(Signal::name))
        .limit(SIGNALS_MAX)
        .toList();
  }

  private static Signal better(Signal a, Signal b) {
    if (a.level() != b.level()) return a.level().atLeast(b.level()) ? a : b;
    return a.words().length() >= b.words().length() ? a : b;
  }

  /** A hint from a model or an index, for recall only. */
  public interface Recall {
    Recall NONE = reading -> Optional.empty();

    Optional<Signal> hint(Reading reading);
  }

  /**
   * A message as the screen has read it.
   *
   * @param questions what kinds of question it answers, by the names of answers.yaml
   * @param language tag of the message
   */
  public record Reading(Heard heard, Words words, Set<String> questions, String language) {}
}
