package io.handrail.care.homework;

import io.handrail.care.homework.Homework.Status;
import io.handrail.care.protocol.Approval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of work between sessions. Its status moves by {@link #MOVES} alone.
 *
 * @param id unique within the client
 * @param task what to do, in the client's words as agreed
 * @param when when or how often, as agreed; may be empty
 * @param fromRun the exercise that proposed it, if one did
 * @param history every move, oldest first
 * @param unread true from a clinician's decision or comment until the client opens it
 * @param clears what the clinician's yes allows in an exercise, where it allows something
 */
public record Homework(
    String id,
    String task,
    String when,
    Optional<String> fromRun,
    Status status,
    List<Move> history,
    boolean unread,
    Optional<Clears> clears) {

  /**
   * An entry that an exercise may not work with before a clinician said yes.
   *
   * @param list the field of the protocol that holds it
   * @param entry in the client's words, whatever the task was edited to
   */
  public record Clears(String protocol, String list, String entry) {}

  /** Where a piece of homework is. */
  public enum Status {
    /** Agreed with the program, waiting for the clinician. */
    PROPOSED,
    /** The clinician said yes, perhaps after an edit: the client's to do. */
    APPROVED,
    /** The clinician said no, or took a yes back, with a comment. */
    DECLINED,
    /** The client reports how it went. */
    DONE,
    /** The clinician has read the report and commented. */
    RETURNED
  }

  /**
   * One step of its life.
   *
   * @param by a person's display name
   * @param comment what was said with it; may be empty
   * @param wording how the work was worded from this step on; empty where it stayed as it was, and
   *     in steps from before it was kept
   */
  public record Move(Status to, String by, Instant at, String comment, Optional<Wording> wording) {
    public Move(Status to, String by, Instant at, String comment) {
      this(to, by, at, comment, Optional.empty());
    }
  }

  /** What to do, and when. */
  public record Wording(String task, String when) {}

  /** Which status may follow which. */
  public static final Map<Status, Set<Status>> MOVES = moves();

  public Homework {
    history = List.copyOf(history);
  }

  private static Map<Status, Set<Status>> moves() {
    var table = new EnumMap<Status, Set<Status>>(Status.class);
    table.put(Status.PROPOSED, EnumSet.of(Status.APPROVED, Status.DECLINED));
    table.put(Status.APPROVED, EnumSet.of(Status.DONE, Status.DECLINED));
    table.put(Status.DECLINED, EnumSet.noneOf(Status.class));
    table.put(Status.DONE, EnumSet.of(Status.RETURNED));
    table.put(Status.RETURNED, EnumSet.of(Status.DECLINED));
    return Map.copyOf(table);
  }

  public static Homework proposed(
      String id, String task, String when, Optional<String> fromRun, String by, Instant at) {
    return new Homework(
        id,
        task,
        when,
        fromRun,
        Status.PROPOSED,
        List.of(new Move(Status.PROPOSED, by, at, "", Optional.of(new Wording(task, when)))),
        false,
        Optional.empty());
  }

  /** The same, as a question whether an exercise may work with this entry. */
  public Homework clearing(Clears clears) {
    return new Homework(id, task, when, fromRun, status, history, unread, Optional.of(clears));
  }

  /** Where the entry stands that this clears. A report of it takes no yes back. */
  public Approval approval() {
    return switch (status) {
      case PROPOSED -> Approval.WAITING;
      case APPROVED, DONE, RETURNED -> Approval.APPROVED;
      case DECLINED -> Approval.DECLINED;
    };
  }

  /** True when this status may move there now; a second decision on the same proposal may not. */
  public boolean mayBecome(Status to) {
    return MOVES.get(status).contains(to);
  }

  public Homework approved(String by, Instant at, String task, String when, String comment) {
    return moved(Status.APPROVED, by, at, task, when, comment, true);
  }

  public Homework declined(String by, Instant at, String comment) {
    return moved(Status.DECLINED, by, at, task, when, comment, true);
  }

  public Homework done(String by, Instant at, String report) {
    return moved(Status.DONE, by, at, task, when, report, false);
  }

  public Homework returned(String by, Instant at, String comment) {
    return moved(Status.RETURNED, by, at, task, when, comment, true);
  }

  public Homework read() {
    return unread ? new Homework(id, task, when, fromRun, status, history, false, clears) : this;
  }

  private Homework moved(
      Status to, String by, Instant at, String task, String when, String comment, boolean unread) {
    if (!mayBecome(to)) {
      throw new IllegalStateException("homework cannot go from " + status + " to " + to);
    }
    var all = new ArrayList<>(history);
    boolean same = task.equals(this.task) && when.equals(this.when);
    Optional<Wording> wording = same ? Optional.empty() : Optional.of(new Wording(task, when));
    all.add(new Move(to, by, at, comment, wording));
    return new Homework(id, task, when, fromRun, to, all, unread, clears);
  }

  boolean sameAs(Homework other) {
    boolean sameWork =
        fromRun.isPresent() && fromRun.equals(other.fromRun) && task.equals(other.task);
    return id.equals(other.id) || sameWork;
  }
}
