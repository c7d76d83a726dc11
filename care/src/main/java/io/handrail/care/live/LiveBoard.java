package io.handrail.care.live;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a person of a clinic is needed in a chat, or has a hand in one: what is open is found
 * without a scan. It holds no words, and the client's own state decides; the board only points.
 *
 * @param entries oldest first, one of a kind for a client
 */
public record LiveBoard(List<Entry> entries) {
  public static final LiveBoard EMPTY = new LiveBoard(List.of());

  public LiveBoard {
    entries = List.copyOf(entries);
  }

  /** What is open. */
  public enum Kind {
    /** A reply waits for a yes. */
    REPLY,
    /** A person writes in the program's place. */
    TAKEOVER,
    /** The portal wrote to the journal; the chat sums it up. */
    TO_SUM_UP,
    /** A preview was asked for that only the chat can make. */
    PREVIEW,
    /** A brief is to be worded by a model, which only the chat can ask. */
    BRIEF
  }

  /**
   * @param turn the journal place it began with
   * @param by who took over or asked; empty for a reply
   */
  public record Entry(ClientId client, Kind kind, long turn, Instant since, Optional<StaffId> by) {}

  public LiveBoard with(Entry entry) {
    if (entries.contains(entry)) return this;
    var all = new ArrayList<>(without(entry.client(), entry.kind()).entries);
    all.add(entry);
    return new LiveBoard(all);
  }

  public LiveBoard without(ClientId client, Kind kind) {
    var left =
        entries.stream().filter(e -> !(e.client().equals(client) && e.kind() == kind)).toList();
    return left.size() == entries.size() ? this : new LiveBoard(left);
  }

  /** The board as a client's state has it. */
  public LiveBoard following(ClientId client, State state) {
    LiveBoard board =
        state
            .pending()
            .map(reply ->
                with(new Entry(client, Kind.REPLY, reply.turn(), reply.since(), Optional.empty())))
            .orElseGet(() -> without(client, Kind.REPLY));
    return state
        .takeover()
        .map(taken ->
            board.with(
                new Entry(
                    client, Kind.TAKEOVER, taken.turn(), taken.since(), Optional.of(taken.by()))))
        .orElseGet(() -> board.without(client, Kind.TAKEOVER));
  }

  public List<Entry> of(Kind kind) {
    return entries.stream().filter(e -> e.kind() == kind).toList();
  }
}
