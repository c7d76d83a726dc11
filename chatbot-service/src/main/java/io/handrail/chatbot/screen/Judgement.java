package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.words.Phrases.Hit;
import io.handrail.chatbot.words.Word;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges the phrases found in one message by its structure: whose state it is, when, whether it is
 * denied, whether the denial is taken back, whether it is an idiom. A frame of fiction, a quotation
 * or a request to drop the rules changes nothing.
 */
final class Judgement {
  private static final int DENIAL_REACH = 8;
  private static final Set<String> BEGINNERS = Set.of("i", "me", "yo", "quiero", "ich", "je");

  /** Before a game: what is said happens in it. */
  private static final Set<String> INSIDE =
      Set.of("in", "at", "on", "playing", "play", "of", "for");

  private static final Set<String> CLAUSE_OPENERS = Set.of("and", "but", "so", "because", "then");
  private static final Set<String> DENIALS = Set.of("negated_ideation", "denial_of_act");

  /**
   * A phrase as judged.
   *
   * @param name of the signal, which structure may have changed
   * @param live true when it is the client's own and present, so that it counts in combinations
   */
  record Found(String name, Level level, RiskRule rule, int start, int end, boolean live) {}

  private final RiskBook book;
  private final Words words;
  private final List<Hit<String>> idioms;
  private final List<Hit<String>> turns;
  private final List<Found> found = new ArrayList<>();

  private Judgement(RiskBook book, Words words) {
    this.book = book;
    this.words = words;
    this.idioms = book.idioms.find(words);
    this.turns = book.turns.find(words);
  }

  static List<Found> of(RiskBook book, Words words) {
    Judgement judgement = new Judgement(book, words);
    for (Hit<RiskRule> hit : book.risks.find(words)) judgement.judge(hit);
    judgement.takenBack();
    return judgement.found;
  }

  private void judge(Hit<RiskRule> hit) {
    RiskRule rule = hit.rule();
    switch (rule.about()) {
      case CUE -> keep(hit, rule.name(), Level.NONE, true);
      case FACT -> {
        if (!idiom(hit) && !played(hit)) keep(hit, rule.name(), rule.level(), true);
      }
      case EVENT -> {
        if (idiom(hit) || played(hit)) return;
        if (denied(hit)) return;
        if (past(hit, false)) keep(hit, "past_" + rule.name(), Level.WATCH, false);
        else keep(hit, rule.name(), rule.level(), true);
      }
      case STATE -> state(hit);
    }
  }

  private void state(Hit<RiskRule> hit) {
    RiskRule rule = hit.rule();
    if (idiom(hit) || played(hit)) return;
    Who who = who(hit);
    if (who != Who.SELF) {
      others(hit, who);
    } else if (rule.level() == Level.WATCH || rule.level() == Level.NONE) {
      keep(hit, rule.name(), rule.level(), true);
    } else if (denied(hit)) {
      keep(hit, "negated_ideation", Level.WATCH, false);
    } else if (past(hit, true)) {
      keep(hit, "past_risk", Level.WATCH, false);
    } else {
      keep(hit, rule.name(), rule.level(), true);
    }
  }

  private void others(Hit<RiskRule> hit, Who who) {
    RiskRule rule = hit.rule();
    if (rule.level().compareTo(Level.CONCERN) < 0) return;
    if (who == Who.YOU) {
      keep(hit, "said_of_the_program", Level.WATCH, false);
      return;
    }
    // "The cat scratched my arm": no harm to oneself, nor a risk to the cat.
    if (rule.group().equals("selfharm") && holds(hit, "my")) return;
    if (denied(hit) || past(hit, true)) {
      keep(hit, "past_or_denied_of_another", Level.WATCH, false);
      return;
    }
    boolean grave =
        rule.group().equals("suicidal")
            || rule.group().equals("attempt")
            || rule.group().equals("selfharm")
            || rule.group().equals("violent");
    Level level = rule.emergency() ? rule.level() : grave ? Level.CONCERN : Level.WATCH;
    keep(hit, rule.emergency() ? "third_person_crisis" : "third_person_risk", level, false);
  }

  private boolean holds(Hit<RiskRule> hit, String form) {
    for (int i = hit.start(); i < hit.end(); i++) {
      if (words.get(i).form().equals(form)) return true;
    }
    return false;
  }

  private void keep(Hit<RiskRule> hit, String name, Level level, boolean live) {
    found.add(new Found(name, level, hit.rule(), hit.start(), hit.end(), live));
  }

  /** A denial that is then taken back counts as not denied. */
  private void takenBack() {
    int first =
        found.stream()
            .filter(f -> DENIALS.contains(f.name()))
            .mapToInt(Found::start)
            .min()
            .orElse(Integer.MAX_VALUE);
    RiskRule rule =
        new RiskRule(
            "negation_taken_back", Level.CONCERN, "suicidal", RiskRule.About.FACT, false, "");
    for (Hit<String> turn : turns) {
      if (turn.rule().equals("taken_back") && first < turn.end()) {
        found.add(new Found(rule.name(), rule.level(), rule, turn.start(), turn.end(), true));
      }
    }
  }

  private boolean idiom(Hit<RiskRule> hit) {
    for (Hit<String> idiom : idioms) {
      if (!idiom.rule().equals("idiom")) continue;
      boolean overlaps = idiom.start() < hit.end() && hit.start() < idiom.end();
      boolean event = hit.rule().about() == RiskRule.About.EVENT;
      boolean saysMore = event && hit.start() < idiom.start() && idiom.end() <= hit.end();
      if (overlaps && !saysMore && !apart(hit, idiom) && !saidBefore(hit, idiom)) return true;
    }
    return false;
  }

  /** "I am ending it today, dying of hunger too": what a clause began is no part of the next. */
  private boolean saidBefore(Hit<RiskRule> hit, Hit<String> idiom) {
    for (int i = hit.start() + 1; i <= idiom.start(); i++) {
      if (words.get(i).gap() == Word.Gap.COMMA) return true;
    }
    return false;
  }

  /**
   * "I watched a film where she dies and I want to kill myself", "I wish I was dead but I'm dead
   * tired": where a clause begins between the two, the idiom is not about what is meant.
   */
  private boolean apart(Hit<RiskRule> hit, Hit<String> idiom) {
    int from = Math.min(hit.start(), idiom.start());
    int to = Math.max(hit.start(), idiom.start());
    for (int i = from + 1; i <= to; i++) {
      String form = words.get(i).form();
      if (form.equals("but")) return true;
      if (form.equals("i") && CLAUSE_OPENERS.contains(words.get(i - 1).form())) return true;
    }
    return false;
  }

  /**
   * Games and sports: what is said of hurting others is then play, in the same sentence; in another
   * one only where nobody of one's own is named. What somebody says that they will do is play only
   * in or at a game: "I'm going to stab him, watching football" is none.
   */
  private boolean played(Hit<RiskRule> hit) {
    if (!hit.rule().group().equals("violent")) return false;
    int from = words.sentenceStart(hit.start());
    int to = words.sentenceEnd(hit.end() - 1);
    boolean intent = hit.rule().name().equals("harm_others_intent");
    return idioms.stream()
        .filter(idiom -> idiom.rule().equals("play"))
        .anyMatch(idiom -> {
          boolean here = idiom.start() >= from && idiom.end() <= to;
          return intent ? here && inside(idiom) : here || !holds(hit, "my");
        });
  }

  private boolean inside(Hit<String> play) {
    return play.start() > 0 && INSIDE.contains(words.get(play.start() - 1).form());
  }

  private boolean past(Hit<RiskRule> hit, boolean mayReturn) {
    int from = words.sentenceStart(hit.start());
    int to = words.sentenceEnd(hit.end() - 1);
    boolean then = false;
    for (Hit<String> turn : turns) {
      boolean here = turn.start() >= from && turn.end() <= to;
      if (turn.rule().equals("past") && here) then = true;
      if (turn.rule().equals("returning") && (mayReturn || here)) {
        boolean inside = turn.start() >= hit.start() && turn.end() <= hit.end();
        if (!inside || mayReturn) return false;
      }
    }
    return then;
  }

  /** Whether a denial stands before it, with nothing between but words that carry a denial on. */
  private boolean denied(Hit<RiskRule> hit) {
    Set<String> negators = book.negators;
    for (int i = hit.start() - 1; i >= 0 && hit.start() - i <= DENIAL_REACH; i--) {
      if (words.get(i + 1).gap().compareTo(Word.Gap.QUESTION) >= 0) return false;
      String form = words.get(i).form();
      // "I said I was fine but I'm not, I want to die": after a comma an "I" begins anew.
      if (begins(i + 1)) return false;
      if (negators.contains(form)) return !doubled(i);
      if (!book.bridges.contains(form)) return false;
    }
    return false;
  }

  private boolean begins(int at) {
    Word word = words.get(at);
    return word.gap() == Word.Gap.COMMA && BEGINNERS.contains(word.form());
  }

  /** "Not that I do not want to": two denials are none. */
  private boolean doubled(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (words.get(i + 1).gap() != Word.Gap.NONE) return false;
      // "No I don't have such thoughts": a leading "no" answers, it does not turn the denial.
      boolean leads = words.get(i).form().equals("no") && words.get(i + 1).form().equals("i");
      if (book.negators.contains(words.get(i).form()) && !leads) return true;
    }
    return false;
  }

  enum Who {
    SELF,
    OTHER,
    YOU
  }

  /** The nearest subject before it in the sentence; English only, as other verbs carry theirs. */
  private Who who(Hit<RiskRule> hit) {
    if (!hit.rule().language().equals("en")) return Who.SELF;
    // "The cat scratched my arm": my body, but not my doing.
    boolean bodily = hit.rule().group().equals("selfharm");
    for (int i = hit.start(); i < hit.end(); i++) {
      String form = words.get(i).form();
      if (book.self.contains(form) && (!bodily || !form.equals("my"))) return Who.SELF;
    }
    int from = words.sentenceStart(hit.start());
    for (int i = hit.start() - 1; i >= from; i--) {
      String form = words.get(i).form();
      if (book.self.contains(form)) return Who.SELF;
      boolean object = i > from && book.prepositions.contains(words.get(i - 1).form());
      if (book.other.contains(form) && !object) return Who.OTHER;
      if (book.you.contains(form)) return Who.YOU;
    }
    return Who.SELF;
  }
}
