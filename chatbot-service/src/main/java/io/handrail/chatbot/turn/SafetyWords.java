package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.care.safety.SafetyTalk;
import io.handrail.care.safety.SafetyTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said in a safety conversation ({@link Asking}). All wording is scripted. */
final class SafetyWords {
  /** Why the program spoke as it did, for the log. */
  static final String SAFETY = "safety";

  private final CrisisNumbers numbers;
  private final TowardsPeople people;

  SafetyWords(CrisisNumbers numbers, TowardsPeople people) {
    this.numbers = numbers;
    this.people = people;
  }

  /** The conversation that began in this turn. */
  Optional<SafetyTalk> begun(Turn opened) {
    return opened.state().safety().filter(talk -> talk.begun() == opened.id().seq());
  }

  /** The one whose question is still to be answered. */
  Optional<SafetyTalk> waiting(Turn opened) {
    return opened.state().safety().filter(talk -> talk.waiting().isPresent());
  }

  /** The one that came to its end in this turn. */
  Optional<SafetyTalk> ended(Turn opened) {
    return opened
        .state()
        .safety()
        .filter(talk -> talk.ended().filter(seq -> seq == opened.id().seq()).isPresent())
        .filter(talk -> !talk.answers().isEmpty());
  }

  /**
   * @param about what an answer on a questionnaire was, where that is what it began with
   */
  Reply begins(Turn opened, SafetyTalk talk, Sitter sitter, Optional<String> about) {
    Scripts scripts = sitter.scripts();
    long seq = opened.id().seq();
    String topic = talk.topic().key();
    String first =
        about.orElseGet(
            () -> say("talk.first." + (talk.brief() ? "brief" : topic), opened, sitter));
    var lines = new ArrayList<Line>();
    lines.add(Line.script(Kind.NOTICE, first));
    lines.add(Line.script(Kind.NOTICE, told(sitter)));
    if (!talk.brief()) {
      boolean own = talk.topic() == SafetyTopic.SUICIDE || talk.topic() == SafetyTopic.SOMEBODY;
      lines.add(Line.script(Kind.SAY, scripts.say(own ? "talk.lead." + topic : "talk.lead")));
    }
    lines.add(question(talk, seq, sitter));
    return asked(lines, opened);
  }

  private static String told(Sitter sitter) {
    return sitter
        .clinician()
        .map(name -> sitter.scripts().say("concern.told", name))
        .orElseGet(() -> sitter.scripts().say("concern.told.nobody"));
  }

  /** After an answer: a word of thanks, and the next question. */
  Reply goesOn(Turn opened, SafetyTalk talk, Sitter sitter) {
    var lines = new ArrayList<Line>();
    Optional<Barrier> hard = answers(opened) ? TowardsPeople.voiced(opened) : Optional.empty();
    if (hard.isPresent()) {
      // What stands between them and a person is met before anything more is asked.
      lines.addAll(met(hard.get(), sitter));
    } else if (answers(opened)) {
      lines.add(Line.script(Kind.SAY, say(heard(opened, talk), opened, sitter)));
    } else {
      lines.add(Line.script(Kind.NOTICE, sitter.scripts().say("talk.stands")));
    }
    lines.add(question(talk, opened.id().seq(), sitter));
    return asked(lines, opened);
  }

  /** What was tapped beside the conversation gets its answer, and the question stands again. */
  Reply besides(Reply reply, Turn opened, SafetyTalk talk, Sitter sitter) {
    var lines = new ArrayList<>(reply.lines());
    lines.add(question(talk, opened.id().seq(), sitter));
    return new Reply(
        lines,
        new Outcome.Escalated(Level.CONCERN),
        reply.provenance(),
        reply.after(),
        reply.happened(),
        reply.flags());
  }

  /** What is true of it, and a step that is smaller than a call. */
  private List<Line> met(Barrier hard, Sitter sitter) {
    String key = "barrier." + hard.key();
    return List.of(
        Line.script(Kind.SAY, say(key, sitter)),
        Line.script(Kind.TEACH, say(key + ".step", sitter)));
  }

  private String say(String key, Sitter sitter) {
    return sitter.scripts().say(key, numbers.emergency(sitter.region()));
  }

  private static boolean answers(Turn opened) {
    return opened.opening() instanceof Opening.Said
        || Answering.move(opened).orElse(null) instanceof Move.Safety;
  }

  private static String heard(Turn opened, SafetyTalk talk) {
    boolean nothingNew =
        talk.answers().isEmpty() || talk.answers().getLast().turn() != opened.id().seq();
    if (nothingNew) return "talk.again";
    return "talk.after." + talk.answers().getLast().reply().name().toLowerCase(Locale.ROOT);
  }

  private static Line question(SafetyTalk talk, long seq, Sitter sitter) {
    SafetyQuestion waiting = talk.waiting().orElseThrow();
    String key = "talk.ask." + waiting.key();
    Scripts scripts = sitter.scripts();
    String text =
        talk.again()
            ? scripts.say(key + ".again")
            : talk.brief() && waiting == SafetyQuestion.THOUGHTS
                ? scripts.say(key + ".brief")
                : scripts.vary(key, seq);
    return Line.script(Kind.ASK, text);
  }

  private static Reply asked(List<Line> lines, Turn opened) {
    return Reply.of(lines, new Outcome.Escalated(Level.CONCERN), opened.state());
  }

  /** The last words of a conversation; what follows them depends on where it led. */
  List<Line> closing(Turn opened, SafetyTalk talk, Sitter sitter) {
    return switch (talk.course()) {
      case NO -> List.of(Line.script(Kind.SAY, say("talk.end.no", opened, sitter)));
      case YES, URGENT -> open("talk.end.yes", opened, sitter);
      case UNKNOWN -> open("talk.end.unknown", opened, sitter);
    };
  }

  private List<Line> open(String key, Turn opened, Sitter sitter) {
    var lines = new ArrayList<Line>();
    TowardsPeople.voiced(opened).ifPresent(hard -> lines.addAll(met(hard, sitter)));
    lines.add(Line.script(Kind.SAY, say(key, opened, sitter)));
    lines.add(Line.script(Kind.NOTICE, say("talk.offer", opened, sitter)));
    return lines;
  }

  /** Exercises rest after a conversation that did not end in a no; a person is never far. */
  Reply rests(Turn opened, List<Turn> recent, Sitter sitter) {
    Optional<Barrier> hard = TowardsPeople.voiced(opened);
    List<Line> lines =
        hard.isPresent()
            ? people.through(hard.get(), opened, recent, sitter)
            : List.of(
                Line.script(Kind.NOTICE, say("talk.rest", opened, sitter)),
                people.lead(opened, recent, sitter));
    return Reply.of(lines, new Outcome.Held(SAFETY), opened.state());
  }

  /** A concern so soon after a conversation: kept and carried to a person, not asked again. */
  Reply noted(Turn opened, Sitter sitter) {
    return Reply.of(
        List.of(
            Line.script(Kind.NOTICE, say("talk.noted", opened, sitter)),
            Line.script(Kind.NOTICE, told(sitter))),
        new Outcome.Escalated(Level.CONCERN),
        opened.state());
  }

  /**
   * {0} is the clinician, {1} the emergency number, {2} the clinician at the head of a sentence.
   */
  private String say(String key, Turn opened, Sitter sitter) {
    return sitter
        .scripts()
        .vary(
            key,
            opened.id().seq(),
            sitter.clinicianOr("limit.therapist"),
            numbers.emergency(sitter.region()),
            sitter.clinicianOr("limit.therapist.first"));
  }

  /** True where an answer of this turn led to the crisis reply. */
  static boolean answered(Turn opened) {
    return opened
        .state()
        .safety()
        .map(SafetyTalk::answers)
        .filter(all -> !all.isEmpty())
        .map(List::getLast)
        .map(SafetyAnswer::turn)
        .filter(seq -> seq == opened.id().seq())
        .isPresent();
  }
}
