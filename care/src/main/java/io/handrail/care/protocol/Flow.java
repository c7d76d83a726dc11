package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a run goes from step to step. */
final class Flow {
  static final String OFFER = "offer";
  static final String REVISIT = "revisit";

  private Flow() {}

  /** Goes to the first step from here on that has something to ask, or to the end. */
  static void enter(Draft d, String from) {
    String id = from;
    // A loaded protocol always ends; the bound only keeps a wrong one from hanging a turn.
    for (int i = 0; i < 20 * (d.protocol().steps().size() + 1); i++) {
      switch (d.protocol().step(id).orElse(null)) {
        case Step.Question q -> {
          if (waitsAt(d, q)) {
            d.step = id;
            return;
          }
          id = follow(d, q);
        }
        case Step.Branch branch -> {
          d.step = id;
          Ending.end(d, branch.say());
          d.happens(new Happening.BranchTo(branch.protocol(), handedOver(d, branch)));
          return;
        }
        case Step.Close close -> {
          d.step = id;
          Ending.end(d, close.say());
          return;
        }
        case null -> {
          Ending.stop(d, "refusals", Phrase.STOPPED);
          return;
        }
      }
    }
    Ending.stop(d, "refusals", Phrase.STOPPED);
  }

  private static Optional<Map<String, Value>> handedOver(Draft d, Step.Branch branch) {
    var with = new HashMap<String, Value>();
    branch
        .with()
        .forEach((theirs, ours) ->
            d.value(ours).filter(v -> v instanceof Value.Text).ifPresent(v -> with.put(theirs, v)));
    return with.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(with));
  }

  private static boolean waitsAt(Draft d, Step.Question q) {
    if (!q.askIf().holds(d)) return false;
    boolean doubtful = d.mark("stale:" + q.collect()) > 0;
    if (!doubtful && (d.filled(q.collect()) || d.path.contains(q.id()))) return false;
    if (!doubtful && q.known().isPresent() && takeKnown(d, q, q.known().get())) return false;
    d.tries = 0;
    d.mark("more:" + q.id(), 0);
    d.mark(REVISIT, doubtful && d.filled(q.collect()) ? 1 : 0);
    return true;
  }

  private static boolean takeKnown(Draft d, Step.Question q, Step.Known known) {
    if (!known.when().holds(d)) return false;
    Field field = d.protocol().fields().get(q.collect());
    Optional<Value> value =
        known.notIn().isPresent()
            ? known.notIn().flatMap(n -> Rest.first(d, n)).map(Value.Text::new)
            : known.value().in(d.language()).stream()
                .flatMap(t -> t.render(d).stream())
                .findFirst()
                .map(Value.Text::new);
    if (value.isEmpty() || !Fit.fits(field, value.get())) return false;
    if (!Approvals.allows(d, field, value.get())) return false;
    d.fields.put(q.collect(), value.get());
    d.path.add(q.id());
    return true;
  }

  private static String follow(Draft d, Step.Question q) {
    for (int i = 0; i < q.next().size(); i++) {
      Step.Go go = q.next().get(i);
      String key = "go:" + q.id() + ":" + i;
      if (!go.when().holds(d) || (go.most() > 0 && d.mark(key) >= go.most())) continue;
      if (go.most() > 0) d.count(key);
      return go.to();
    }
    return q.next().getLast().to();
  }

  /** Where the way would lead now, for a look ahead. */
  static Optional<String> ahead(Draft d, Step.Question q) {
    for (int i = 0; i < q.next().size(); i++) {
      Step.Go go = q.next().get(i);
      boolean spent = go.most() > 0 && d.mark("go:" + q.id() + ":" + i) >= go.most();
      if (!spent && go.when().holds(d)) return Optional.of(go.to());
    }
    return q.next().isEmpty() ? Optional.empty() : Optional.of(q.next().getLast().to());
  }

  /** Leaves a step, answered or not, and asks what follows. */
  static void leave(Draft d, Step.Question q) {
    if (!d.path.contains(q.id())) d.path.add(q.id());
    d.mark("stale:" + q.collect(), 0);
    d.mark(REVISIT, 0);
    d.mark("more:" + q.id(), 0);
    d.tries = 0;
    d.compute();
    for (Step.Act act : q.then()) {
      if (!act.when().holds(d)) continue;
      Deeds.does(d, q, act.deed());
      d.compute();
    }
    Deeds.adds(d, q);
    Optional<Integer> rule = fires(d);
    if (rule.isPresent()) {
      Protocol.Rule r = d.protocol().stopWhen().get(rule.get());
      switch (r.deed()) {
        case STOP -> {
          Ending.stop(d, r.name(), Optional.of(r.say()), Phrase.STOPPED);
          return;
        }
        case STOP_AND_FLAG -> {
          d.happens(new Happening.ForClinician(r.name()));
          Ending.stop(d, r.name(), Optional.of(r.say()), Phrase.STOPPED);
          return;
        }
        case FLAG -> d.happens(new Happening.ForClinician(r.name()));
        case OFFER_STOP -> d.mark(OFFER, rule.get() + 1);
      }
    }
    enter(d, follow(d, q));
    ask(d);
  }

  private static Optional<Integer> fires(Draft d) {
    List<Protocol.Rule> rules = d.protocol().stopWhen();
    for (int i = 0; i < rules.size(); i++) {
      if (d.mark("rule:" + i) == 0 && rules.get(i).when().holds(d)) {
        d.mark("rule:" + i, 1);
        d.note(d.step, rules.get(i).name());
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Asks what waits: an offer to stop, or the step. */
  static void ask(Draft d) {
    if (!d.running()) {
      d.mark(OFFER, 0);
      return;
    }
    if (d.mark(OFFER) > 0) {
      Protocol.Rule rule = d.protocol().stopWhen().get(d.mark(OFFER) - 1);
      if (!d.say(Kind.ASK, d.word("offer:" + rule.name(), rule.say()))) {
        d.say(Kind.ASK, Phrase.OFFER_STOP);
      }
      return;
    }
    d.waiting().ifPresent(q -> ask(d, q));
  }

  /** One that was not heard yet; at the end of all of them the part is called by its name. */
  private static Optional<String> question(Draft d, Step.Question q) {
    return d.fresh("ask:" + q.id(), q.ask())
        .or(() -> d.fresh("again:" + q.part(), d.protocol().phrases().of(Phrase.ASK_AGAIN)))
        .or(() -> d.word("ask:" + q.id(), q.ask()));
  }

  private static void ask(Draft d, Step.Question q) {
    if (Open.of(d, q).isPresent()) {
      Open open = Open.of(d, q).get();
      Wordings fill = q.fill().getOrDefault(open.column().name(), Wordings.NONE);
      if (d.say(Kind.ASK, d.word("fill:" + q.id() + ":" + open.column().name(), fill))) return;
    }
    int more = d.mark("more:" + q.id());
    if (more > 0 && more <= q.more().size()) {
      Wordings ladder = q.more().get(more - 1);
      if (d.say(Kind.ASK, d.word("more:" + q.id() + ":" + more, ladder))) return;
    }
    if (d.mark(REVISIT) > 0 && d.value(q.collect()).isPresent()) {
      d.say(Kind.TEACH, Phrase.REVISIT);
    } else if (d.mark("asked:" + q.id()) == 0) {
      d.say(Kind.READ, "before:" + q.id(), q.before());
    }
    d.mark("asked:" + q.id(), 1);
    d.say(Kind.ASK, question(d, q));
  }

  /** Every wording in which a step is asked, by the key under which it counts as heard. */
  static Map<String, Wordings> wordings(Draft d, Step.Question q) {
    var all = new HashMap<String, Wordings>();
    all.put("ask:" + q.id(), q.ask());
    all.put("again:" + q.part(), d.protocol().phrases().of(Phrase.ASK_AGAIN));
    q.fill().forEach((column, words) -> all.put("fill:" + q.id() + ":" + column, words));
    for (int i = 0; i < q.more().size(); i++) {
      all.put("more:" + q.id() + ":" + (i + 1), q.more().get(i));
    }
    return all;
  }
}
