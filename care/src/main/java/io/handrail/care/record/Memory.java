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
 * @param refused facts that the client did not want kept, as {@code protocol/field/run}; the words
 *     are gone, and this one source is not proposed again
 */
public record Memory(boolean off, List<Fact> facts, List<String> refused) {
  public static final Memory EMPTY = new Memory(false, List.of(), List.of());

  /** The longest value that is kept, in characters. */
  public static final int VALUE_MAX = 400;

  private static final int REFUSED_MAX = 200;

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
   * client's yes; new words are asked about anew. Adding again changes nothing.
   */
  public Memory proposing(Fact fact) {
    if (off || fact.value().isBlank() || refused.contains(source(fact))) return this;
    Optional<Fact> before = find(fact.protocol(), fact.field());
    if (before.isPresent()
        && (before.get().run().equals(fact.run()) || before.get().value().equals(fact.value()))) {
      return this;
    }
    var all = new ArrayList<Fact>();
    all.add(fact);
    facts.stream().filter(f -> !f.names(fact.protocol(), fact.field())).forEach(all::add);
    return new Memory(off, all, refused);
  }

  public Memory allowing(String protocol, String field) {
    return changing(protocol, field, Fact::allowing);
  }

  /** Only the client's own text can be corrected; an empty correction changes nothing. */
  public Memory correcting(String protocol, String field, String to, Instant at) {
    String value = to.strip();
    if (value.isEmpty() || value.length() > VALUE_MAX) return this;
    return changing(protocol, field, f -> f.words() ? f.corrected(value, at) : f);
  }

  /** The fact is gone, and its source is not proposed again. */
  public Memory forgetting(String protocol, String field) {
    Optional<Fact> gone = find(protocol, field);
    if (gone.isEmpty()) return this;
    return new Memory(
        off,
        facts.stream().filter(f -> !f.names(protocol, field)).toList(),
        refusing(List.of(gone.get())));
  }

  public Memory forgettingAll() {
    return facts.isEmpty() ? this : new Memory(off, List.of(), refusing(facts));
  }

  /** Off means that nothing is used; what stands here stays for the client to see or delete. */
  public Memory switched(boolean toOff) {
    return toOff == off ? this : new Memory(toOff, facts, refused);
  }

  /**
   * True when a new sitting may know this field of an earlier one.
   *
   * @param named whether the field is one a client would know by its name; counts and the like are
   *     known as long as anything of their exercise is
   */
  public boolean carries(String protocol, String field, boolean named) {
    if (off) return false;
    return named
        ? find(protocol, field).isPresent()
        : facts.stream().anyMatch(f -> f.protocol().equals(protocol));
  }

  private Memory changing(String protocol, String field, UnaryOperator<Fact> step) {
    return new Memory(
        off,
        facts.stream().map(f -> f.names(protocol, field) ? step.apply(f) : f).toList(),
        refused);
  }

  private List<String> refusing(List<Fact> gone) {
    var all = new ArrayList<String>();
    gone.forEach(f -> all.add(source(f)));
    all.addAll(refused);
    return all.subList(0, Math.min(REFUSED_MAX, all.size()));
  }

  private static String source(Fact fact) {
    return fact.protocol() + "/" + fact.field() + "/" + fact.run();
  }
}
