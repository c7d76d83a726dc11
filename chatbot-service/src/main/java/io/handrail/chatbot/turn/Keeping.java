package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.measure.MeasureSigns;
import io.handrail.care.measure.Sitting;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.ToRead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps what questionnaires and exercises leave: results, signs for the caseload, proposals. */
final class Keeping {
  private final Shelves shelves;
  private final Instruments instruments;
  private final Protocols protocols;
  private final Remembering remembering;

  Keeping(Shelves shelves, Instruments instruments, Protocols protocols) {
    this.shelves = shelves;
    this.instruments = instruments;
    this.protocols = protocols;
    this.remembering = new Remembering(shelves);
  }

  /** What an exercise that ended leaves is proposed to the client's memory. */
  void proposal(Turn turn, Run run) {
    remembering.propose(turn, run, protocols);
  }

  /** A sitting that came to its end in this turn, or was set aside for another, is kept. */
  void measure(Turn turn, Optional<Turn> before) {
    Optional<Sitting> was = before.map(Turn::state).flatMap(State::measure);
    Optional<Sitting> is = turn.state().measure();
    if (is.equals(was)) return;
    was.filter(sitting -> !sitting.over() && !sitting.answers().isEmpty())
        .filter(sitting -> is.filter(now -> now.id().equals(sitting.id())).isEmpty())
        .ifPresent(sitting -> keep(turn, sitting));
    is.filter(Sitting::over).ifPresent(sitting -> keep(turn, sitting));
  }

  private void keep(Turn turn, Sitting sitting) {
    Optional<Instrument> by = instruments.at(sitting.instrument());
    if (by.isEmpty()) return;
    MeasureResult result = MeasureResult.of(sitting, by.get(), turn.openedAt(), turn.id().seq());
    shelves.measures().change(turn.id().client(), MeasureBook.EMPTY, book -> book.with(result));
  }

  /** What the caseload must know after this turn. */
  Optional<MeasureSigns> signs(Turn turn, Optional<Turn> before, CaseloadRow row) {
    Optional<Sitting> is = turn.state().measure();
    if (is.isEmpty() || is.equals(before.map(Turn::state).flatMap(State::measure))) {
      return row.measures();
    }
    Optional<Instrument> by = instruments.at(is.get().instrument());
    if (by.isEmpty()) return row.measures();
    MeasureSigns signs = row.measures().orElse(MeasureSigns.NONE);
    if (!is.get().over()) {
      return Optional.of(
          signs.leftAt(MeasureSigns.unfinished(by.get(), is.get().answers(), turn.openedAt())));
    }
    return Optional.of(signs.leftAt(Optional.empty()).worsened(worse(turn, is.get(), by.get())));
  }

  /**
   * By when a clinician is to have read what was finished, as its file says.
   *
   * @param over runs that ended in this turn, finished or not
   */
  List<ToRead.Entry> toRead(Turn turn, List<Run> over) {
    return over.stream()
        .filter(run -> run.status() == Run.Status.FINISHED)
        .flatMap(run -> protocols.at(run.protocol()).stream())
        .map(protocol -> {
          Duration within = Duration.ofDays(protocol.review().clinicianWithinDays());
          return new ToRead.Entry(
              protocol.ref().name(), turn.id().seq(), turn.openedAt().plus(within));
        })
        .toList();
  }

  private Optional<MeasureSigns.Worse> worse(Turn turn, Sitting sitting, Instrument by) {
    MeasureBook book = shelves.measures().get(turn.id().client()).orElse(MeasureBook.EMPTY);
    return book.find(sitting.id()).flatMap(result -> MeasureSigns.worse(by, result, book));
  }
}
