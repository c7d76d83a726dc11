package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.screen.Judgement.Found;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds the signals that mean more together, in a message and over a conversation. */
final class Combining {
  private final RiskBook book;
  private final Words words;
  private final List<Found> live;

  Combining(RiskBook book, Words words, List<Found> found) {
    this.book = book;
    this.words = words;
    this.live = found.stream().filter(Found::live).toList();
  }

  List<Signal> inMessage() {
    List<Signal> signals = new ArrayList<>();
    for (Together rule : book.together) {
      boolean fits =
          rule.near() == Together.Near.SENTENCE ? inOneSentence(rule) : missing(rule).isEmpty();
      if (fits) signals.add(new Signal(rule.name(), rule.level(), evidence(rule)));
    }
    return signals;
  }

  /** What this message adds to what was said before; lines of the program do not count. */
  List<Signal> withContext(List<ContextLine> context, int linesMax) {
    List<Signal> signals = new ArrayList<>();
    List<Found> before = null;
    for (Together rule : book.together) {
      if (rule.near() != Together.Near.CONVERSATION) continue;
      List<String> missing = missing(rule);
      if (missing.isEmpty() || missing.size() == rule.all().size()) continue;
      if (before == null) before = said(context, linesMax);
      List<Found> earlier = before;
      boolean fits =
          missing.stream()
              .allMatch(m -> earlier.stream().anyMatch(f -> Together.fits(m, f.rule())));
      if (fits) signals.add(new Signal(rule.name(), rule.level(), evidence(rule)));
    }
    return signals;
  }

  private List<Found> said(List<ContextLine> context, int linesMax) {
    List<Found> found = new ArrayList<>();
    int from = Math.max(0, context.size() - linesMax);
    for (ContextLine line : context.subList(from, context.size())) {
      if (line.role() != Role.CLIENT) continue;
      Judgement.of(book, book.reader.read(line.text())).stream()
          .filter(Found::live)
          .forEach(found::add);
    }
    return found;
  }

  private List<String> missing(Together rule) {
    return rule.all().stream()
        .filter(member -> live.stream().noneMatch(f -> Together.fits(member, f.rule())))
        .toList();
  }

  private boolean inOneSentence(Together rule) {
    String first = rule.all().getFirst();
    return live.stream()
        .filter(f -> Together.fits(first, f.rule()))
        .anyMatch(f -> sentenceHolds(rule, f));
  }

  private boolean sentenceHolds(Together rule, Found first) {
    int from = words.sentenceStart(first.start());
    int to = words.sentenceEnd(first.end() - 1);
    return rule.all().stream()
        .allMatch(member ->
            live.stream()
                .anyMatch(
                    f -> Together.fits(member, f.rule()) && f.start() >= from && f.end() <= to));
  }

  private String evidence(Together rule) {
    return live.stream()
        .filter(f -> rule.all().stream().anyMatch(member -> Together.fits(member, f.rule())))
        .map(f -> words.original(f.start(), f.end()))
        .distinct()
        .limit(3)
        .reduce((a, b) -> a + " / " + b)
        .orElse("");
  }
}
