package io.handrail.care.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one clinician notes about one client for themselves, newest first. The program never reads
 * it: no turn, no prompt and no brief does, and no colleague either.
 */
public record PrivateNotes(List<Note> notes) {
  public static final PrivateNotes EMPTY = new PrivateNotes(List.of());
  public static final int TEXT_MAX = 8000;
  public static final int NOTES_MAX = 400;

  public PrivateNotes {
    notes = List.copyOf(notes);
  }

  /** One note. */
  public record Note(String id, Instant at, Optional<Instant> changedAt, String text) {}

  /** Adds a note; one of the same id is left as it is, so a form that is sent twice adds once. */
  public PrivateNotes with(Note note) {
    if (find(note.id()).isPresent()) return this;
    return new PrivateNotes(
        Stream.concat(Stream.of(note), notes.stream()).limit(NOTES_MAX).toList());
  }

  public PrivateNotes changed(String id, String text, Instant at) {
    return new PrivateNotes(
        notes.stream()
            .map(n -> n.id().equals(id) ? new Note(id, n.at(), Optional.of(at), text) : n)
            .toList());
  }

  public PrivateNotes without(String id) {
    return find(id).isEmpty()
        ? this
        : new PrivateNotes(notes.stream().filter(n -> !n.id().equals(id)).toList());
  }

  public Optional<Note> find(String id) {
    return notes.stream().filter(n -> n.id().equals(id)).findFirst();
  }
}
