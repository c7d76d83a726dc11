package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One step of a protocol. A new kind breaks every switch at compile time. */
public sealed interface Step {
  String id();

  /**
   * Asks for one field.
   *
   * @param part the part of the exercise it belongs to, for "step 3 of 7"
   * @param title its line on the sheet, by language; empty keeps it off the sheet
   * @param collect the field it fills
   * @param show the field whose words its line on the sheet shows, mostly the same
   * @param before said ahead of the question the first time, where a condition holds
   * @param hints at most three, questions that ask before they offer
   * @param box what an answer can look like, for the empty box
   * @param more asked in turn after an accepted list, while the list has room
   * @param fill asks for a number that an entry still lacks, by column
   * @param reflect gives back what was said; the first group whose condition holds
   * @param reject answers that are asked again
   * @param maxAttempts answers not accepted, at the last of which the step is left; 1 to 5
   * @param skippable whether the client may pass
   * @param askIf otherwise the step is passed over
   * @param known fills the field without asking
   * @param then done when the step is left, answered or not
   * @param next the first whose condition holds; the last has none
   * @param model what a model may do here
   * @param read a short read that goes with the step, by its protocol's name
   */
  record Question(
      String id,
      String part,
      Map<String, String> title,
      String collect,
      String show,
      List<Told> before,
      Wordings ask,
      Wordings why,
      Wordings example,
      List<Wordings> hints,
      Wordings box,
      List<Wordings> more,
      Map<String, Wordings> fill,
      List<Told> reflect,
      List<Reject> reject,
      int maxAttempts,
      OnFail onFail,
      boolean skippable,
      Condition askIf,
      Optional<Known> known,
      List<Act> then,
      List<Go> next,
      Set<ModelMay> model,
      Optional<String> read)
      implements Step {
    public Question {
      title = Map.copyOf(title);
      before = List.copyOf(before);
      hints = List.copyOf(hints);
      more = List.copyOf(more);
      fill = Map.copyOf(fill);
      reflect = List.copyOf(reflect);
      reject = List.copyOf(reject);
      then = List.copyOf(then);
      next = List.copyOf(next);
      model = Set.copyOf(model);
    }
  }

  /**
   * Ends this protocol and goes on with another.
   *
   * @param with what the other is told, so that it need not ask: its field to ours
   */
  record Branch(String id, String protocol, List<Told> say, Map<String, String> with)
      implements Step {
    public Branch {
      say = List.copyOf(say);
      with = Map.copyOf(with);
    }
  }

  /** Ends the protocol with a summary in the client's own words. */
  record Close(String id, List<Told> say) implements Step {
    public Close {
      say = List.copyOf(say);
    }
  }

  /** Wordings that are said where a condition holds. */
  record Told(Condition when, Wordings say) {}

  /**
   * An answer that is asked again.
   *
   * @param times how often in a run, 1 to 5; after that the answer is taken as it is
   */
  record Reject(Condition when, Wordings say, int times) {}

  /**
   * What is known already need not be asked.
   *
   * @param value where nothing below says otherwise
   * @param notIn takes the first entry of a list that is not among the entries of another
   */
  record Known(Condition when, Wordings value, Optional<NotIn> notIn) {
    public Known(Condition when, Wordings value) {
      this(when, value, Optional.empty());
    }
  }

  /** The entries of one list that are not in another. */
  record NotIn(String list, String other) {}

  /**
   * Where to go on.
   *
   * @param most how often in a run this way may be taken; 0 means any number
   */
  record Go(Condition when, String to, int most) {}

  /** What happens at the last failed try. */
  enum OnFail {
    /** Leaves the step, with a note for the next session. */
    SKIP_AND_NOTE,
    /** Leaves the step, and the clinician looks the same working day. */
    SKIP_AND_FLAG,
    /** Ends the exercise. */
    STOP
  }

  /** What a model may do at a step; the script can do all of it alone. */
  enum ModelMay {
    PHRASE,
    REFLECT,
    HINT,
    EXTRACT
  }

  /** Something done when a step is left. */
  record Act(Condition when, Deed deed) {}

  /** What can be done. */
  sealed interface Deed {
    /** For the next session. */
    record Note(String why) implements Deed {}

    /** The clinician must look, same working day. */
    record Flag(String why) implements Deed {}

    /** Writes into a text field from what the client said. */
    record Put(String field, Wordings value) implements Deed {}

    /** Sets a number field, or adds to it; stays within the field's range. */
    record Count(String field, int to, boolean add) implements Deed {}

    /**
     * Makes one entry of a list from single fields: column to field, or to {@link #TODAY}.
     *
     * @param latest an entry with the same first column is replaced, and the oldest makes room
     */
    record Append(String list, Map<String, String> from, boolean latest) implements Deed {
      /** The client's own date, where a field's name stands otherwise. */
      public static final String TODAY = "today";

      public Append {
        from = Map.copyOf(from);
      }
    }

    /** Puts the entry of a list that a text field names ahead of the others. */
    record Lead(String list, String with) implements Deed {}

    /** Puts a list in order, the smallest number first; an entry without one goes last. */
    record Order(String list, String column) implements Deed {}

    /** Takes the entry that a text field names out of a list. */
    record Drop(String list, String entry) implements Deed {}

    /** Asks the clinician to approve the entry of a list that a text field names. */
    record Request(String list, String entry) implements Deed {}

    /** Puts today into a field of days. */
    record Stamp(String field) implements Deed {}

    /** Empties fields, so that a loop can ask their steps again. */
    record Clear(List<String> fields) implements Deed {
      public Clear {
        fields = List.copyOf(fields);
      }
    }
  }
}
