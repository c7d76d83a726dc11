package io.handrail.care.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Level;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Run;
import io.handrail.care.record.Consent;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.review.RiskQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every shelf promises, whatever it stands on. */
abstract class StoreContract {
  static final AtomicInteger FRESH = new AtomicInteger();
  private final Samples samples = new Samples(7);

  abstract Documents documents();

  abstract KeyEncryptionKey key();

  abstract StoredShelves shelves();

  /** A second process on the same store, with nothing in mind. */
  abstract StoredShelves another();

  final ClientId client =
      new ClientId(new ClinicId("clinic"), "c" + System.nanoTime() + "-" + FRESH.getAndIncrement());

  private static Consent consent(String version) {
    return new Consent(version, true, Instant.EPOCH, Optional.empty());
  }

  @Test
  void what_was_inserted_is_found_and_a_taken_key_stays_as_it_is() {
    Shelf<ClientId, Consent> shelf = shelves().consents();
    assertEquals(Optional.empty(), shelf.get(client));
    assertTrue(shelf.insert(client, consent("1")));
    assertFalse(shelf.insert(client, consent("2")));
    assertEquals(Optional.of(consent("1")), shelf.get(client));
    assertEquals(Optional.of(consent("1")), another().consents().get(client));
  }

  @Test
  void what_was_removed_is_gone_and_may_be_put_back() {
    Shelf<ClientId, Consent> shelf = shelves().consents();
    shelf.remove(client);
    shelf.insert(client, consent("1"));
    shelf.remove(client);
    assertEquals(Optional.empty(), shelf.get(client));
    assertTrue(shelf.insert(client, consent("2")));
    assertEquals(Optional.of(consent("2")), shelf.get(client));
  }

  @Test
  void many_keys_are_read_in_their_order_and_the_missing_are_left_out() {
    Shelf<OfClient<Integer>, CarePlan> shelf = shelves().planHistory();
    CarePlan plan = CarePlan.cautious(java.util.Set.of("thought_record"), Instant.EPOCH);
    var keys = new ArrayList<OfClient<Integer>>();
    for (int i = 120; i > 0; i--) {
      var key = new OfClient<>(client, i);
      keys.add(key);
      if (i % 3 != 0) shelf.insert(key, plan);
    }
    var expected = keys.stream().filter(k -> k.key() % 3 != 0).toList();
    assertEquals(expected, List.copyOf(shelf.get(keys).keySet()));
    assertEquals(Map.of(), shelf.get(List.of()));
  }

  @Test
  void a_change_of_nothing_says_what_is_missing() {
    var fault =
        assertThrows(
            Shelf.Missing.class,
            () -> shelves().consents().change(client, UnaryOperator.identity()));
    assertEquals("no consents under this key", fault.getMessage());
  }

  @Test
  void a_change_with_a_first_value_starts_from_it_and_then_from_what_is_stored() {
    Shelf<ClientId, Consent> shelf = shelves().consents();
    UnaryOperator<Consent> longer = c -> consent(c.version() + "+");
    assertEquals(consent("1+"), shelf.change(client, consent("1"), longer));
    assertEquals(consent("1++"), shelf.change(client, consent("9"), longer));
    assertEquals(Optional.of(consent("1++")), shelf.get(client));
  }

  @Test
  void a_step_that_returns_what_it_was_given_stores_nothing() {
    Shelf<ClientId, Consent> shelf = shelves().consents();
    Consent first = consent("1");
    assertSame(first, shelf.change(client, first, UnaryOperator.identity()));
    assertEquals(Optional.empty(), shelf.get(client));
    shelf.insert(client, first);
    var before = documents().get("consents", client.toString()).orElseThrow();
    shelf.change(client, UnaryOperator.identity());
    var after = documents().get("consents", client.toString()).orElseThrow();
    assertEquals(before.version(), after.version());
  }

  @Test
  void fifty_racing_changers_in_two_processes_lose_nothing() throws Exception {
    var queue = new ClinicId("q" + System.nanoTime());
    var here = shelves().riskQueues();
    var there = another().riskQueues();
    var racers = new ArrayList<Thread>();
    var failed = new AtomicInteger();
    for (int i = 0; i < 50; i++) {
      String flag = "flag-" + i;
      var shelf = i % 2 == 0 ? here : there;
      var entry = new RiskQueue.Entry(flag, client, Level.CONCERN, Instant.EPOCH);
      racers.add(
          Thread.ofVirtual()
              .uncaughtExceptionHandler((t, e) -> failed.incrementAndGet())
              .start(() -> shelf.change(queue, RiskQueue.EMPTY, q -> q.with(entry))));
    }
    for (Thread racer : racers) racer.join();
    assertEquals(0, failed.get());
    var flags = here.get(queue).orElseThrow().entries().stream().map(RiskQueue.Entry::flag);
    assertEquals(50, flags.distinct().count());
  }

  @Test
  void a_change_on_what_was_removed_and_put_back_is_not_taken_for_the_first() {
    Shelf<ClientId, Consent> shelf = shelves().consents();
    shelf.insert(client, consent("1"));
    var tries = new AtomicInteger();
    var other = another().consents();
    shelf.change(
        client,
        c -> {
          if (tries.getAndIncrement() == 0) {
            other.remove(client);
            other.insert(client, consent("2"));
          }
          return consent(c.version() + "+");
        });
    assertEquals(Optional.of(consent("2+")), shelf.get(client));
  }

  @Test
  void one_clients_values_of_the_same_name_are_apart_from_anothers() {
    var one = new OfClient<>(client, "run");
    var other = new OfClient<>(new ClientId(client.clinic(), client.value() + "x"), "run");
    ExerciseRecord record = samples.any(ExerciseRecord.class);
    assertTrue(shelves().exercises().insert(one, record));
    assertEquals(Optional.empty(), shelves().exercises().get(other));
    assertEquals(
        Optional.of(record.run().status()),
        another().exercises().get(one).map(ExerciseRecord::run).map(Run::status));
  }
}
