package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import java.util.List;
import java.util.Optional;

/** Ends a run, and reports what was agreed in it. */
final class Ending {
  /** Marks a run that its client stopped; only such a run can be taken up again. */
  static final String BY_CLIENT = "stopped_by_client";

  private Ending() {}

  /** Ends the way it was meant to end. */
  static void end(Draft d, List<Step.Told> say) {
    d.status = Run.Status.FINISHED;
    if (!d.protocol().completeWhen().holds(d)) d.note(d.step, "incomplete");
    agreed(d);
    d.sayAll(Kind.CLOSE, "close:" + d.step, say);
    d.happens(new Happening.Finished());
  }

  static void stop(Draft d, String why, Phrase last) {
    stop(d, why, Optional.empty(), last);
  }

  static void stop(Draft d, String why, Optional<Wordings> say, Phrase last) {
    d.status = Run.Status.STOPPED;
    d.mark(Flow.OFFER, 0);
    d.mark(BY_CLIENT, why.equals("client") ? 1 : 0);
    agreed(d);
    boolean said =
        say.filter(w -> !w.isEmpty())
            .map(w -> d.say(Kind.CLOSE, d.word("stop:" + why, w)))
            .orElse(false);
    if (!said) d.say(Kind.CLOSE, last);
    d.happens(new Happening.Stopped(why));
  }

  private static void agreed(Draft d) {
    for (Protocol.Agreed agreed : d.protocol().homework()) {
      if (!agreed.when().holds(d)) continue;
      if (agreed.each().isPresent()) {
        each(d, agreed.each().get());
      } else {
        first(d, agreed.task())
            .ifPresent(
                t -> d.happens(new Happening.HomeworkAgreed(t, first(d, agreed.due()).orElse(""))));
      }
    }
  }

  private static void each(Draft d, String list) {
    if (!(d.protocol().fields().get(list) instanceof Field.OfList field)
        || !(d.value(list).orElse(null) instanceof Value.Rows(var rows))) {
      return;
    }
    List<Field.Column> columns = field.columns();
    for (var row : rows) {
      String due = columns.size() > 1 ? Given.plain(row.get(columns.get(1).name())) : "";
      d.happens(new Happening.HomeworkAgreed(Given.plain(row.get(columns.getFirst().name())), due));
    }
  }

  private static Optional<String> first(Draft d, Wordings wordings) {
    return wordings.in(d.language()).stream().flatMap(t -> t.render(d).stream()).findFirst();
  }
}
