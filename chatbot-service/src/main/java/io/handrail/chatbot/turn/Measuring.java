package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.measure.Sitting;
import io.handrail.care.plan.CarePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questionnaires in the spine: what an answer asks for, the sitting after it, and what is said. The
 * answer and the flag it raises are in the first write of its turn.
 */
final class Measuring {
  private final Shelves shelves;
  private final Instruments instruments;

  Measuring(Shelves shelves, Instruments instruments) {
    this.shelves = shelves;
    this.instruments = instruments;
  }

  /**
   * An answer is heard like words, whatever else stands: on hold, past a limit, from a page that
   * was left open. A question that can ask for a person and was left blank is unknown, and asks for
   * one.
   */
  Screening hear(Move.Measure move, State before) {
    Optional<Instrument> instrument = instrument(move, before);
    Optional<Instrument.Safety> safety = instrument.flatMap(i -> i.safety(move.item()));
    if (safety.isEmpty()) return Screening.NOTHING_SAID;
    return switch (move.deed()) {
      case ANSWER -> heard(move, safety.get().level(move.value()), instrument.get());
      case SKIP -> waits(before, instrument.get(), move) ? blank(move) : Screening.NOTHING_SAID;
      case START, BACK, STOP, RESUME -> Screening.NOTHING_SAID;
    };
  }

  private static boolean waits(State state, Instrument instrument, Move.Measure move) {
    return state
        .measure()
        .flatMap(sitting -> sitting.waiting(instrument))
        .filter(item -> item.linkId().equals(move.item()))
        .isPresent();
  }

  private static Screening heard(Move.Measure move, Level level, Instrument instrument) {
    if (level == Level.NONE) return Screening.NOTHING_SAID;
    String words =
        instrument
            .item(move.item())
            .flatMap(item -> item.option(move.value()))
            .map(option -> option.display("en"))
            .orElse("");
    return new Screening(level, List.of(new Signal(question(move), level, words)), "und", true);
  }

  private static Screening blank(Move.Measure move) {
    var signal = new Signal(question(move) + "_left_blank", Level.CONCERN, "");
    return new Screening(Level.CONCERN, List.of(signal), "und", true);
  }

  /** For example {@code phq9_question_9}. */
  private static String question(Move.Measure move) {
    return move.instrument() + "_question_" + move.item().replaceAll("^q", "");
  }

  private Optional<Instrument> instrument(Move.Measure move, State state) {
    return state
        .measure()
        .filter(sitting -> sitting.instrument().name().equals(move.instrument()))
        .flatMap(sitting -> instruments.at(sitting.instrument()))
        .or(() -> instruments.active(move.instrument()));
  }

  /** The state with the answer in it, for the first write. On hold nothing goes on. */
  State after(State state, Move.Measure move, TurnId id, Sitter sitter, Instant now) {
    Optional<Sitting> open = state.measure().filter(sitting -> sitting.open(now));
    if (open.isEmpty() && move.deed() == Move.Deed.START) {
      return refusal(move, sitter).isPresent()
          ? state
          : instruments
              .active(move.instrument())
              .map(i -> Sitting.begin("m" + id.seq(), i, sitter.client().language(), now))
              .map(state::withMeasure)
              .orElse(state);
    }
    return open.flatMap(
            sitting -> instruments.at(sitting.instrument()).map(i -> next(move, sitting, i)))
        .map(state::withMeasure)
        .orElse(state);
  }

  private static Sitting next(Move.Measure move, Sitting sitting, Instrument by) {
    if (!sitting.instrument().name().equals(move.instrument())) return sitting.resumed();
    return switch (move.deed()) {
      case START, RESUME -> sitting.resumed();
      case ANSWER -> sitting.resumed().answered(by, move.item(), move.value());
      case SKIP -> sitting.resumed().skipped(by, move.item());
      case BACK -> sitting.resumed().back();
      case STOP -> sitting.paused();
    };
  }

  /** Why a questionnaire does not begin, if it does not. */
  private Optional<String> refusal(Move.Measure move, Sitter sitter) {
    if (!sitter.agreed()) return Optional.of("not_agreed");
    if (sitter.plan().map(CarePlan::paused).orElse(false)) return Optional.of("paused");
    boolean asked =
        shelves
            .measurePlans()
            .get(sitter.client().id())
            .orElse(MeasurePlan.EMPTY)
            .of(move.instrument())
            .isPresent();
    return asked ? Optional.empty() : Optional.of("measure_not_asked");
  }

  /** What was tapped, in words: {@code PHQ-9, 3 of 9: Several days}. */
  String label(Move.Measure move, State before, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String language = sitter.client().language();
    Optional<Instrument> found = instrument(move, before);
    String title = found.map(i -> i.title(language)).orElse(move.instrument());
    Optional<Instrument.Item> item = found.flatMap(i -> i.item(move.item()));
    String place =
        item.map(i -> found.get().items().indexOf(i) + 1)
            .map(n -> scripts.say("measure.place", title, n, found.get().items().size()))
            .orElse(title);
    // Where an answer can ask for a person, the question stands with it wherever it is read.
    String question =
        item.filter(i -> found.get().safety(i.linkId()).isPresent())
            .map(i -> ", “" + i.text(language) + "”")
            .orElse("");
    return switch (move.deed()) {
      case ANSWER ->
          place
              + question
              + ": "
              + item.flatMap(i -> i.option(move.value())).map(o -> o.display(language)).orElse("");
      case SKIP -> place + question + ": " + scripts.say("measure.label.skip");
      case BACK -> title + ": " + scripts.say("measure.label.back");
      case STOP -> title + ": " + scripts.say("measure.label.stop");
      case START -> scripts.say("measure.label.start", title);
      case RESUME -> scripts.say("measure.label.resume", title);
    };
  }

  Reply reply(Turn opened, Sitter sitter, Move.Measure move) {
    Scripts scripts = sitter.scripts();
    Optional<Sitting> sitting = opened.state().measure();
    Optional<Instrument> by = sitting.flatMap(s -> instruments.at(s.instrument()));
    if (move.deed() == Move.Deed.START
        && sitting.filter(s -> s.open(opened.openedAt())).isEmpty()) {
      String why = refusal(move, sitter).orElse("measure_not_asked");
      return notice(opened, said(why, sitter), new Outcome.Held(why));
    }
    if (by.isEmpty()) {
      return notice(opened, scripts.say("measure.nothing"), new Outcome.Scripted("tapped"));
    }
    return Reply.of(
        lines(opened, sitter, sitting.get(), by.get()),
        new Outcome.Scripted("tapped"),
        opened.state());
  }

  private static String said(String refusal, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String clinician = sitter.clinicianOr("limit.therapist");
    return switch (refusal) {
      case "paused" -> scripts.say("limit.paused", clinician);
      case "not_agreed" -> scripts.say("limit.not_agreed", clinician);
      default -> scripts.say("measure.not_asked", clinician);
    };
  }

  private static Reply notice(Turn opened, String text, Outcome outcome) {
    return Reply.of(List.of(Line.script(Kind.NOTICE, text)), outcome, opened.state());
  }

  private List<Line> lines(Turn opened, Sitter sitter, Sitting sitting, Instrument by) {
    Scripts scripts = sitter.scripts();
    return switch (sitting.status()) {
      case PAUSED -> List.of(Line.script(Kind.SAY, scripts.say("measure.paused")));
      case FINISHED -> told(opened, sitter, sitting, by);
      case RUNNING -> {
        if (!sitting.open(opened.openedAt())) {
          yield List.of(Line.script(Kind.NOTICE, scripts.say("measure.too_old")));
        }
        var lines = new ArrayList<Line>();
        if (sitting.at() == 0) {
          lines.add(Line.script(Kind.TEACH, by.preamble(sitting.language())));
        }
        sitting
            .waiting(by)
            .map(item -> Line.script(Kind.ASK, item.text(sitting.language())))
            .ifPresent(lines::add);
        yield lines;
      }
    };
  }

  private List<Line> told(Turn opened, Sitter sitter, Sitting sitting, Instrument by) {
    MeasureResult result = MeasureResult.of(sitting, by, opened.openedAt(), opened.id().seq());
    Optional<MeasureResult> before =
        shelves
            .measures()
            .get(sitter.client().id())
            .orElse(MeasureBook.EMPTY)
            .before(by.ref().name(), opened.id().seq());
    var words = new MeasureWords(by, sitter.client().language(), sitter.client().zone());
    return words.told(result, before, sitter.clinicianOr("limit.therapist")).stream()
        .map(text -> Line.script(Kind.SAY, text))
        .toList();
  }

  /** What the direct question is asked about; empty when the turn is no answer to a question. */
  Optional<String> askedAbout(Turn opened, Sitter sitter) {
    if (!(Answering.move(opened).orElse(null) instanceof Move.Measure move)) {
      return Optional.empty();
    }
    String language = sitter.client().language();
    Optional<Instrument.Item> item =
        instrument(move, opened.state()).flatMap(i -> i.item(move.item()));
    String question = item.map(i -> i.text(language)).orElse("");
    return Optional.of(
        item.flatMap(i -> i.option(move.value()))
            .map(o -> sitter.scripts().say("measure.concern", o.display(language), question))
            .orElseGet(() -> sitter.scripts().say("measure.concern.blank", question)));
  }
}
