package io.handrail.care.review;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What clinicians wrote beside turns of a log. The client never sees it and the program never reads
 * it. One document holds the notes of {@link #TURNS} turns that follow each other.
 */
public record TurnNotes(List<Note> notes) {
  public static final TurnNotes EMPTY = new TurnNotes(List.of());

  /** How many turns share a document. */
  public static final int TURNS = 40;

  public static final int CHARS_MAX = 1_000;
  private static final int NOTES_MAX = 400;

  public TurnNotes {
    notes = List.copyOf(notes);
  }

  /**
   * @param seq the journal place of the turn
   * @param mark what it is for
   * @param violation the name of what the program did wrong, where the clinician gave one
   */
  public record Note(
      String id,
      long seq,
      StaffId by,
      String name,
      Instant at,
      Mark mark,
      String text,
      Optional<String> violation) {

    /** A note that names no violation. */
    public Note(String id, long seq, StaffId by, String name, Instant at, Mark mark, String text) {
      this(id, seq, by, name, at, mark, text, Optional.empty());
    }
  }

  /** What a note is for. */
  public enum Mark {
    NOTE,
    /** To be taken up in the next session. */
    SESSION,
    /** To be shown in supervision. */
    SUPERVISION,
    /** The program did something that it should not have. */
    FAULT
  }

  /** The document that holds the notes of a turn. */
  public static long page(long seq) {
    return (seq - 1) / TURNS;
  }

  /** Adds a note; one with the same id is not added again, and a full page takes no more. */
  public TurnNotes with(Note note) {
    boolean known = notes.stream().anyMatch(n -> n.id().equals(note.id()));
    if (known || notes.size() >= NOTES_MAX) return this;
    var all = new ArrayList<>(notes);
    all.add(note);
    return new TurnNotes(all);
  }

  /** Takes out a note of one's own; another's stays. */
  public TurnNotes without(String id, StaffId by) {
    var left = notes.stream().filter(n -> !(n.id().equals(id) && n.by().equals(by))).toList();
    return left.size() == notes.size() ? this : new TurnNotes(left);
  }

  public List<Note> of(long seq) {
    return notes.stream().filter(n -> n.seq() == seq).toList();
  }
}
