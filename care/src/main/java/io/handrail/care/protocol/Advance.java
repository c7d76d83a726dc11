package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from an answer.
 *
 * @param run the run after it
 * @param say the scripted lines, in order: at most one {@link Kind#ASK}, and it comes last
 * @param expect how the waiting step can be answered
 * @param happened what others must know of
 */
public record Advance(Run run, List<Say> say, Expect expect, List<Happening> happened) {
  public Advance {
    say = List.copyOf(say);
    happened = List.copyOf(happened);
  }

  /** What a scripted line is for. */
  public enum Kind {
    /** Gives back what the client said. */
    REFLECT,
    /** A reason, an example or a hint that was asked for, or a kind word on how to answer. */
    TEACH,
    /** What the file wants read on the way into a step: said as it is written, by nobody else. */
    READ,
    /** The one question. */
    ASK,
    /** Ends a run. */
    CLOSE
  }

  /** One scripted line. */
  public record Say(Kind kind, String text) {}

  /**
   * How the waiting step can be answered.
   *
   * @param shape what the box beside the chat offers
   * @param options tappable answers; empty for free text
   * @param min for {@link Shape#NUMBER}: the lowest number
   * @param max for {@link Shape#NUMBER}: the highest; for {@link Shape#TEXT}: the longest in
   *     characters
   * @param example what an answer can look like, for the empty box; may be empty
   * @param read a short read that goes with the step, by its protocol's name
   * @param skippable false only where the file says that a field is required to be answered
   */
  public record Expect(
      Shape shape,
      List<Option> options,
      int min,
      int max,
      String example,
      boolean skippable,
      boolean canGoBack,
      boolean hasWhy,
      boolean hasExample,
      boolean hasHint,
      Optional<String> read) {
    public static final Expect NOTHING =
        new Expect(
            Shape.NONE, List.of(), 0, 0, "", false, false, false, false, false, Optional.empty());

    public Expect {
      options = List.copyOf(options);
    }
  }

  /** How an answer is given. */
  public enum Shape {
    TEXT,
    NUMBER,
    ONE_OF,
    SOME_OF,
    NONE
  }

  /** A tappable answer. */
  public record Option(String id, String label) {}

  /** What others must know of. */
  public sealed interface Happening {
    record Finished() implements Happening {}

    /**
     * @param why {@code client}, {@code worse}, {@code refusals} or a stop rule's name
     */
    record Stopped(String why) implements Happening {}

    /** For the next session: a step that did not work out, or a rule of the file. */
    record Noted(String step, String why) implements Happening {}

    /** The clinician must look, same working day. */
    record ForClinician(String why) implements Happening {}

    /** The client agreed to this piece of work. */
    record HomeworkAgreed(String task, String when) implements Happening {}

    /**
     * The client's words are to be added to a document of theirs.
     *
     * @param part of {@link Documents#PARTS}
     */
    record Added(String part, List<String> lines) implements Happening {
      public Added {
        lines = List.copyOf(lines);
      }
    }

    /**
     * Another protocol goes on from here.
     *
     * @param with what it is told, by its field names; empty for nothing
     */
    record BranchTo(String protocol, Optional<Map<String, Value>> with) implements Happening {
      public BranchTo(String protocol) {
        this(protocol, Optional.empty());
      }
    }

    /** The run that came to its end where another began in the same turn. */
    record Ended(Run run) implements Happening {}

    /**
     * A clinician's yes is needed before this entry can be worked with.
     *
     * @param list the field that holds it
     * @param entry in the client's words
     */
    record ApprovalAsked(String list, String entry) implements Happening {}
  }

  public Optional<String> question() {
    return say.stream().filter(s -> s.kind() == Kind.ASK).map(Say::text).findFirst();
  }

  public boolean has(Class<? extends Happening> kind) {
    return happened.stream().anyMatch(kind::isInstance);
  }
}
