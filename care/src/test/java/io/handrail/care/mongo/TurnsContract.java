package io.handrail.care.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelf;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.conversation.Turns;
import io.handrail.care.mongo.Documents.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a journal promises, whatever it stands on. */
abstract class TurnsContract extends StoreContract {
  private static final Line FIRST = Line.script(Line.Kind.SAY, "You wrote that down.");
  private static final Line SECOND = Line.script(Line.Kind.ASK, "What went through your mind?");

  private Turn write(Turns turns, long seq) {
    Turn turn = Journal.open(client, seq);
    assertTrue(turns.open(turn));
    Turn closed = Journal.closed(turn.showing(List.of(FIRST)));
    assertTrue(turns.close(closed));
    return closed;
  }

  private static List<Long> seqs(List<Turn> turns) {
    return turns.stream().map(t -> t.id().seq()).toList();
  }

  @Test
  void a_client_without_turns_has_none() {
    assertEquals(List.of(), shelves().turns().last(client, 16));
    assertEquals(List.of(), shelves().turns().between(client, 1, 100));
    assertEquals(Optional.empty(), shelves().turns().get(new TurnId(client, 1)));
  }

  @Test
  void of_many_openers_of_one_place_one_wins() throws Exception {
    var won = new AtomicInteger();
    var racers = new ArrayList<Thread>();
    List<Turns> doors = List.of(shelves().turns(), another().turns());
    for (int i = 0; i < 20; i++) {
      Turns turns = doors.get(i % 2);
      Turn turn = Journal.open(client, 1);
      racers.add(
          Thread.ofVirtual()
              .start(() -> {
                if (turns.open(turn)) won.incrementAndGet();
              }));
    }
    for (Thread racer : racers) racer.join();
    assertEquals(1, won.get());
    assertEquals(List.of(1L), seqs(shelves().turns().last(client, 16)));
  }

  @Test
  void a_turn_is_read_back_as_it_was_opened_appended_and_closed() {
    Turns turns = shelves().turns();
    Turn turn = Journal.open(client, 1);
    turns.open(turn);
    assertEquals(Optional.of(turn), another().turns().get(turn.id()));
    turns.append(turn.id(), List.of(FIRST));
    another().turns().append(turn.id(), List.of(SECOND));
    assertEquals(List.of(FIRST, SECOND), another().turns().get(turn.id()).orElseThrow().shown());
    Turn closed = Journal.closed(turn.showing(List.of(FIRST, SECOND)));
    assertTrue(turns.close(closed));
    assertEquals(Optional.of(closed), another().turns().get(turn.id()));
    assertEquals(List.of(closed), turns.last(client, 1));
  }

  @Test
  void the_first_closing_stands() {
    Turns turns = shelves().turns();
    Turn turn = Journal.open(client, 1);
    turns.open(turn);
    Turns other = another().turns();
    assertTrue(other.close(Journal.closed(turn)));
    assertFalse(turns.close(Journal.closed(turn.showing(List.of(FIRST)))));
    assertFalse(other.close(Journal.closed(turn)));
    assertEquals(List.of(), turns.get(turn.id()).orElseThrow().shown());
  }

  @Test
  void a_closed_turn_takes_no_more_lines() {
    Turns turns = shelves().turns();
    Turn closed = write(turns, 1);
    assertThrows(IllegalStateException.class, () -> turns.append(closed.id(), List.of(SECOND)));
    assertThrows(
        IllegalStateException.class, () -> another().turns().append(closed.id(), List.of(SECOND)));
  }

  @Test
  void a_closing_that_drops_a_shown_line_is_refused() {
    Turns turns = shelves().turns();
    Turn turn = Journal.open(client, 1);
    turns.open(turn);
    turns.append(turn.id(), List.of(FIRST));
    Turn without = Journal.closed(turn.showing(List.of(SECOND)));
    assertThrows(IllegalArgumentException.class, () -> turns.close(without));
    assertTrue(turns.get(turn.id()).orElseThrow().open());
  }

  @Test
  void a_turn_that_nobody_opened_is_neither_appended_to_nor_closed() {
    Turns turns = shelves().turns();
    Turn turn = Journal.open(client, 1);
    assertThrows(Shelf.Missing.class, () -> turns.append(turn.id(), List.of(FIRST)));
    assertThrows(Shelf.Missing.class, () -> turns.close(Journal.closed(turn)));
  }

  @Test
  void a_turn_after_a_gap_is_refused() {
    Turns turns = shelves().turns();
    write(turns, 1);
    assertThrows(IllegalArgumentException.class, () -> turns.open(Journal.open(client, 3)));
    assertThrows(
        IllegalArgumentException.class, () -> another().turns().open(Journal.open(client, 3)));
  }

  @Test
  void the_end_is_found_after_every_turn_by_those_who_wrote_and_by_strangers() {
    Turns turns = shelves().turns();
    for (long seq = 1; seq <= 40; seq++) {
      write(turns, seq);
      long from = Math.max(1, seq - 15);
      var expected = LongStream.rangeClosed(from, seq).boxed().toList();
      assertEquals(expected, seqs(turns.last(client, 16)));
      assertEquals(expected, seqs(another().turns().last(client, 16)));
    }
  }

  @Test
  void a_process_that_was_away_for_long_finds_the_end() {
    Turns away = another().turns();
    Turns turns = shelves().turns();
    write(turns, 1);
    assertEquals(List.of(1L), seqs(away.last(client, 2)));
    for (long seq = 2; seq <= 75; seq++) write(turns, seq);
    assertEquals(List.of(74L, 75L), seqs(away.last(client, 2)));
  }

  @Test
  void any_hint_finds_the_end_of_two_thousand_turns() {
    Journal.copy(documents(), key(), client, 2_000);
    String head = client.toString();
    for (long hint :
        new long[] {0, 1, 7, 1_900, 1_990, 1_991, 1_992, 2_000, 2_001, 2_050, 90_000}) {
      documents().delete(JournalEnd.HEADS, head);
      if (hint > 0) documents().insert(JournalEnd.HEADS, new Document(head, hint, new byte[0]));
      assertEquals(List.of(1_999L, 2_000L), seqs(another().turns().last(client, 2)), "" + hint);
    }
    Turns turns = shelves().turns();
    assertEquals(
        LongStream.rangeClosed(1_881, 2_000).boxed().toList(), seqs(turns.last(client, 120)));
    assertEquals(
        LongStream.rangeClosed(1, 2_000).boxed().toList(), seqs(turns.last(client, 5_000)));
    assertEquals(
        LongStream.rangeClosed(333, 777).boxed().toList(), seqs(turns.between(client, 333, 777)));
    assertEquals(List.of(2_000L), seqs(turns.between(client, 2_000, 2_100)));
  }

  @Test
  void every_length_of_journal_is_found_without_a_hint() {
    for (int length : new int[] {1, 2, 8, 9, 10, 11, 49, 50, 51, 63, 64, 65, 129}) {
      var fresh = new ClientId(client.clinic(), client.value() + "-" + length);
      Journal.copy(documents(), key(), fresh, length);
      documents().delete(JournalEnd.HEADS, fresh.toString());
      assertEquals(List.of((long) length), seqs(another().turns().last(fresh, 1)));
    }
  }

  private void leaveLastOpen(ClientId client, int length, boolean leave) {
    Turns turns = shelves().turns();
    for (long seq = 1; seq <= length; seq++) {
      Turn turn = Journal.open(client, seq);
      turns.open(turn);
      if (seq < length || !leave) turns.close(Journal.closed(turn));
    }
  }

  @Test
  void turns_left_open_are_found_on_start_and_no_others() {
    var clinic = new ClinicId("r" + FRESH.incrementAndGet() + System.nanoTime());
    var expected = new ArrayList<TurnId>();
    try (var writers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 23; i++) {
        var someone = new ClientId(clinic, "someone-" + i);
        int length = i;
        if (i > 0 && i % 2 == 0) expected.add(new TurnId(someone, i));
        writers.submit(() -> leaveLastOpen(someone, length, length % 2 == 0));
      }
    }
    var found =
        another().turns().unfinished().stream()
            .filter(t -> t.client().clinic().equals(clinic))
            .sorted(java.util.Comparator.comparingLong(TurnId::seq))
            .toList();
    assertEquals(expected, found);
  }
}
