package io.handrail.care.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a client's program remembers of them: nothing but what stands here, and each with a source.
 *
 * @param off true when the client switched it off: nothing is kept and nothing is used
 * @param facts newest first
 * @param refused what the client did not want kept: names and times, the words are gone
 * @param cutAt when something was last taken out or put right; no model is told of lines from
 *     before
 */
public record Memory(
    boolean off, List<Fact> facts, List<Refusal> refused, Optional<Instant> cutAt) {
  public static final Memory EMPTY = new Memory(false, List.of(), List.of(), Optional.empty());

  /** The longest value that is kept, in characters. */
  public static final int VALUE_MAX = 900;

  /**
   * The client took something out.
   *
   * @param at nothing from up to then is proposed or carried on under this name
   */
  public record Refusal(String protocol, String field, Instant at) {
    boolean covers(String inProtocol, String ofField, Instant when) {
      return protocol.equals(inProtocol) && field.equals(ofField) && !at.isBefore(when);
    }
  }

  public Memory {
    facts = List.copyOf(facts);
    refused = List.copyOf(refused);
  }

  public Optional<Fact> find(String protocol, String field) {
    return facts.stream().filter(f -> f.names(protocol, field)).findFirst();
  }

  /** What the client said yes to, newest first; nothing while memory is off. */
  public List<Fact> allowed() {
    return off ? List.of() : facts.stream().filter(Fact::allowed).toList();
  }

  /** What waits for the client's yes or no. */
  public List<Fact> asked() {
    return off ? List.of() : facts.stream().filter(f -> !f.allowed()).toList();
  }

  /**
   * Adds what an exercise leaves, in the place of what it left before. The same words keep the
   * client's yes; new words are asked about anew. Adding again changes nothing. While memory is off
   * the source is set down as refused, so that it does not come back later.
   */
  public Memory proposing(Fact fact) {
    boolean gone =
        refused.stream().anyMatch(r -> r.covers(fact.protocol(), fact.field(), fact.since()));
    if (fact.value().isBlank() || gone) return this;
    if (off) return new Memory(true, facts, refusing(List.of(fact), fact.since()), cutAt);
    Optional<Fact> before = find(fact.protocol(), fact.field());
    if (before.isPresent()
        && (before.get().run().equals(fact.run()) || before.get().value().equals(fact.value()))) {
      return this;
    }
    var all = new ArrayList<Fact>();
    all.add(fact);
    facts.stream().filter(f -> !f.names(fact.protocol(), fact.field())).forEach(all::add);
    return new Memory(false, all, refused, cutAt);
  }

  public Memory allowing(String protocol, String field) {
    return new Memory(off, changed(protocol, field, Fact::allowing), refused, cutAt);
  }

  /** Only the client's own text can be corrected; an empty correction changes nothing. */
  public Memory correcting(String protocol, String field, String to, Instant at) {
    String value = to.strip();
    boolean fits = !value.isEmpty() && value.length() <= VALUE_MAX;
    if (!fits || find(protocol, field).filter(Fact::words).isEmpty()) return this;
    return new Memory(
        off, changed(protocol, field, f -> f.corrected(value, at)), refused, Optional.of(at));
  }

  /** The fact is gone, and its source is not proposed again. */
  public Memory forgetting(String protocol, String field, Instant at) {
    Optional<Fact> gone = find(protocol, field);
    if (gone.isEmpty()) return this;
    return new Memory(
        off,
        facts.stream().filter(f -> !f.names(protocol, field)).toList(),
        refusing(List.of(gone.get()), at),
        Optional.of(at));
  }

  public Memory forgettingAll(Instant at) {
    return facts.isEmpty()
        ? this
        : new Memory(off, List.of(), refusing(facts, at), Optional.of(at));
  }

  /** Off means that nothing is used; what stands here stays for the client to see or delete. */
  public Memory switched(boolean toOff, Instant at) {
    return toOff == off ? this : new Memory(toOff, facts, refused, Optional.of(at));
  }

  /**
   * True when a new sitting may go on from this field of an earlier run of its exercise.
   *
   * @param began when that run began; what it was told or carried is no newer than its end, and
   *     something taken out since is not to come back by it
   * @param named whether the field is one a client would know by its words; counts and the like are
   *     known until something of their exercise was taken out and nothing of it is left
   */
  public boolean carries(String protocol, String field, Instant began, boolean named) {
    if (off) return false;
    if (named) {
      return find(protocol, field).isPresent()
          || refused.stream().noneMatch(r -> r.covers(protocol, field, began));
    }
    return facts.stream().anyMatch(f -> f.protocol().equals(protocol))
        || refused.stream()
            .noneMatch(r -> r.protocol().equals(protocol) && !r.at().isBefore(began));
  }

  private List<Fact> changed(String protocol, String field, UnaryOperator<Fact> step) {
    return facts.stream().map(f -> f.names(protocol, field) ? step.apply(f) : f).toList();
  }

  /** One refusal for each name, the latest. */
  private List<Refusal> refusing(List<Fact> gone, Instant at) {
    var all = new ArrayList<Refusal>();
    gone.forEach(f -> all.add(new Refusal(f.protocol(), f.field(), at)));
    refused.stream()
        .filter(r -> gone.stream().noneMatch(f -> f.names(r.protocol(), r.field())))
        .forEach(all::add);
    return all;
  }
}
