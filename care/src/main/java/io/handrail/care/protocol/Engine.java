package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs protocols. Every function is pure and total: the same run and answer give the same advance,
 * and whatever a client sends is a value.
 */
public final class Engine {
  private Engine() {}

  public static Advance begin(Protocol protocol, RunId id, String language) {
    return begin(protocol, id, language, Carry.NOTHING);
  }

  /**
   * Begins a run, with what earlier runs taught.
   *
   * @param language BCP 47 tag; where the protocol does not speak it, its base language and then
   *     English are used
   */
  public static Advance begin(Protocol protocol, RunId id, String language, Carry carry) {
    Step first = protocol.steps().getFirst();
    var run =
        new Run(
            id,
            protocol.ref(),
            spoken(protocol, language),
            Run.Status.RUNNING,
            first.id(),
            0,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            0);
    var d = new Draft(protocol, carry.surroundings().around(run));
    carry
        .fields()
        .forEach((name, value) -> {
          Field field = protocol.fields().get(name);
          if (field != null && field.traits().keep() && Fit.fits(field, value)) {
            d.fields.put(name, value);
          }
        });
    documents(d, carry.documents());
    carry.today().ifPresent(day -> d.mark("today", (int) day.toEpochDay()));
    carry
        .told()
        .forEach((name, value) -> {
          Field field = protocol.fields().get(name);
          if (field instanceof Field.OfText && Fit.fits(field, value)) d.fields.put(name, value);
        });
    boolean withdrawn = Approvals.withdrawn(d);
    carry
        .permitted()
        .ifPresent(names -> {
          d.mark("permitted", 1);
          names.forEach(name -> d.mark("may:" + name, 1));
        });
    d.compute();
    if (withdrawn) {
      d.say(Kind.TEACH, Phrase.APPROVAL_WITHDRAWN);
    } else {
      d.say(Kind.TEACH, "opening", protocol.opening());
    }
    Flow.enter(d, first.id());
    Flow.ask(d);
    return d.advance();
  }

  /** The same run, told of the day and of a clinician's decisions as they are now. */
  public static Run amid(Run run, Surroundings surroundings) {
    return surroundings.around(run);
  }

  private static void documents(Draft d, Map<String, List<String>> parts) {
    for (Field field : d.protocol().fields().values()) {
      List<String> lines =
          field.traits().reads().map(part -> parts.getOrDefault(part, List.of())).orElse(List.of());
      if (!(field instanceof Field.OfList list) || lines.isEmpty()) continue;
      String words = list.words().name();
      Value value =
          new Value.Rows(
              lines.stream()
                  .limit(list.max())
                  .map(line -> Texts.clip(line, list.words().max()))
                  .map(line -> Map.<String, Value>of(words, new Value.Text(line)))
                  .toList());
      if (Fit.fits(list, value)) d.fields.put(list.name(), value);
    }
  }

  /**
   * Takes an answer. A run that has ended takes none, but for a resume of one that its client
   * stopped.
   */
  public static Advance advance(Protocol protocol, Run run, Answer answer) {
    var d = new Draft(protocol, run);
    if (!d.running() && !reopens(d, answer)) return d.advance();
    d.turns++;
    if (d.turns > protocol.maxTurns()) {
      d.note(d.step, "turns");
      Ending.stop(d, "turns", Phrase.TOO_LONG_RUN);
      return d.advance();
    }
    if (Approvals.withdrawn(d)) {
      Ending.stop(d, "approval_withdrawn", Phrase.APPROVAL_WITHDRAWN);
      return d.advance();
    }
    if (d.waiting().isEmpty()) {
      d.happens(new Happening.ForClinician("lost_step"));
      Ending.stop(d, "refusals", Phrase.STOPPED);
    } else {
      Taking.take(d, d.waiting().get(), answer);
    }
    return d.advance();
  }

  private static boolean reopens(Draft d, Answer answer) {
    if (answer != Answer.Control.RESUME
        || d.status != Run.Status.STOPPED
        || d.mark(Ending.BY_CLIENT) == 0
        || d.waiting().isEmpty()
        || d.turns >= d.protocol().maxTurns()) {
      return false;
    }
    d.status = Run.Status.RUNNING;
    return true;
  }

  /** How the waiting step can be answered, for a page that is loaded again. */
  public static Advance.Expect expect(Protocol protocol, Run run) {
    return Expects.of(new Draft(protocol, run));
  }

  /** The worksheet beside the chat. */
  public static Sheet sheet(Protocol protocol, Run run) {
    return Sheets.of(new Draft(protocol, run));
  }

  /** The step that waits, as a model is told of it; empty when nothing waits. */
  public static Optional<Brief> waiting(Protocol protocol, Run run) {
    var d = new Draft(protocol, run);
    return d.running() ? d.waiting().map(q -> Briefs.of(d, q)) : Optional.empty();
  }

  /** The steps that may come next, in the order of the file. */
  public static List<Brief> following(Protocol protocol, Run run) {
    var d = new Draft(protocol, run);
    return d.running() ? d.waiting().map(q -> Briefs.after(d, q)).orElse(List.of()) : List.of();
  }

  /**
   * The same advance where its question was put in other words than the script's: of the waiting
   * step's wordings those count as heard that were shown, and no other.
   *
   * @param before the run that the advance came from
   * @param shown what the client reads instead
   */
  public static Advance asked(Protocol protocol, Run before, Advance taken, List<String> shown) {
    var d = new Draft(protocol, taken.run());
    if (!d.running() || d.waiting().isEmpty()) return taken;
    String text = Texts.bare(String.join(" ", shown));
    Flow.wordings(d, d.waiting().get())
        .forEach((key, wordings) -> {
          int heard = before.marks().getOrDefault("used:" + key, 0);
          List<Template> all = wordings.in(d.language());
          for (int i = 0; i < all.size(); i++) {
            boolean read = all.get(i).render(d).map(Texts::bare).filter(text::contains).isPresent();
            if (read) heard |= 1 << i;
          }
          d.mark("used:" + key, heard);
        });
    return new Advance(d.advance().run(), taken.say(), taken.expect(), taken.happened());
  }

  private static String spoken(Protocol protocol, String language) {
    String wanted = language == null ? "" : language;
    if (protocol.languages().contains(wanted)) return wanted;
    String base = wanted.split("[-_]", 2)[0];
    if (protocol.languages().contains(base)) return base;
    return protocol.languages().contains("en")
        ? "en"
        : protocol.languages().stream().sorted().findFirst().orElse("en");
  }
}
