package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.alert.AlertLease;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.NodeRoll;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Several nodes on one store. */
class TwoNodesTest {
  private final Clinic clinic = new Clinic();
  private final Bag first = new Bag(Channel.EMAIL);
  private final Bag second = new Bag(Channel.EMAIL);
  private final Deliverer a = clinic.node("a", first);
  private final Deliverer b = clinic.node("b", second);

  @Test
  void exactly_one_sends_and_the_other_takes_over_when_it_dies() {
    assertTrue(a.pass());
    assertFalse(b.pass());
    clinic.raise(Level.CRISIS);
    assertFalse(b.pass());
    assertTrue(a.pass());
    assertEquals(1, first.taken.size());
    assertEquals(0, second.taken.size());
    // The first is never heard of again.
    clinic.walk(b, Duration.ofMinutes(15).plusSeconds(30));
    assertEquals(List.of("tom@harbour.example"), second.addresses());
    assertEquals(1, first.taken.size());
  }

  @Test
  void a_clean_stop_hands_over_at_once() {
    assertTrue(a.pass());
    a.release();
    assertTrue(b.pass());
  }

  @Test
  void a_kill_between_claim_and_sending_loses_nothing() {
    String flag = clinic.raise(Level.CRISIS);
    Deliverer dying = clinic.node("dying", new Dying(false, first));
    assertThrows(Killed.class, dying::pass);
    assertEquals(0, first.taken.size());
    clinic.walk(b, Deliverer.CLAIM.plusSeconds(10));
    assertEquals(1, second.taken.size());
    assertTrue(clinic.isOpen(flag));
  }

  @Test
  void a_kill_between_sending_and_noting_repeats_under_the_same_key() {
    clinic.raise(Level.CRISIS);
    Deliverer dying = clinic.node("dying", new Dying(true, first));
    assertThrows(Killed.class, dying::pass);
    assertEquals(1, first.taken.size());
    clinic.walk(b, AlertLease.LENGTH.plusSeconds(10));
    assertEquals(0, second.taken.size(), "its claim still stands");
    clinic.walk(b, Deliverer.CLAIM);
    assertEquals(1, second.taken.size());
    assertEquals(first.taken.getFirst().key(), second.taken.getFirst().key());
  }

  @Test
  void different_people_and_rounds_have_different_keys() {
    clinic.raise(Level.CRISIS);
    clinic.raise(Level.CRISIS);
    clinic.walk(a, Duration.ofHours(2));
    var keys = new HashSet<String>();
    first.taken.forEach(letter -> keys.add(letter.key()));
    assertEquals(first.taken.size(), keys.size());
  }

  @Test
  void two_nodes_that_both_believe_they_hold_the_lease_send_a_letter_once() throws Exception {
    clinic.raise(Level.CRISIS);
    var inside = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    first.meanwhile =
        () -> {
          inside.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread slow = Thread.ofVirtual().start(a::pass);
    inside.await();
    clinic.clock.forward(AlertLease.LENGTH.plusSeconds(1));
    assertTrue(b.pass(), "the slow node's lease ran out while it was sending");
    go.countDown();
    slow.join();
    clinic.walk(b, Duration.ofMinutes(2));
    assertEquals(1, first.taken.size());
    assertEquals(0, second.taken.size());
  }

  @Test
  void a_node_that_went_without_a_word_is_missed_and_one_that_said_goodbye_is_not() {
    var one = new Nodes(clinic.shelves, clinic.clock, "one");
    var two = new Nodes(clinic.shelves, clinic.clock, "two");
    one.signIn(true);
    two.signIn(false);
    clinic.clock.forward(NodeRoll.GONE.dividedBy(2));
    assertEquals(List.of(), one.signIn(true));
    clinic.clock.forward(NodeRoll.GONE.dividedBy(2));
    assertEquals(List.of(), one.signIn(false), "only who delivers clears the roll");
    assertEquals(List.of("two"), one.signIn(true));
    assertEquals(List.of(), one.signIn(true), "once");
    two.signIn(false);
    two.signOut();
    clinic.clock.forward(NodeRoll.GONE);
    assertEquals(List.of(), one.signIn(true));
  }

  @Test
  void nodes_that_are_set_up_otherwise_say_so_until_they_are_alike() {
    var one = new Nodes(clinic.shelves, clinic.clock, "one");
    var two = new Nodes(clinic.shelves, clinic.clock, "two");
    one.alike(() -> settings("HANDRAIL_SMTP_URL", "smtp://a:secret@mail.example"));
    two.alike(() -> settings("HANDRAIL_SMTP_URL", "smtp://a:other@mail.example"));
    one.signIn(true);
    assertEquals(Optional.empty(), one.differing());
    two.signIn(false);
    one.signIn(true);
    for (Nodes node : List.of(one, two)) {
      assertTrue(node.differing().orElseThrow().contains("(e-mail)"), node.differing()::toString);
    }
    String stored = clinic.shelves.nodeRolls().get(NodeRoll.KEY).toString();
    assertFalse(stored.contains("secret") || stored.contains("mail.example"), stored);
    two.alike(() -> settings("HANDRAIL_SMTP_URL", "smtp://a:secret@mail.example"));
    two.signIn(false);
    clinic.clock.forward(NodeRoll.EVERY);
    one.signIn(true);
    assertEquals(Optional.empty(), one.differing());
    two.alike(() -> settings("HANDRAIL_PORTAL_URL", "https://other.example"));
    two.signIn(false);
    assertTrue(two.differing().orElseThrow().contains("e-mail, the portal's address"));
    clinic.clock.forward(NodeRoll.GONE);
    one.signIn(true);
    assertEquals(Optional.empty(), one.differing(), "a dead node does not count");
  }

  private static Map<String, String> settings(String name, String value) {
    var all = new HashMap<>(Map.of("HANDRAIL_MAIL_FROM", "a@clinic.example", name, value));
    return AlertSettings.read(all, 0).alike();
  }

  /** What a power cut looks like to the code: nothing after it runs. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private record Dying(boolean after, Courier courier) implements Courier {
    @Override
    public Channel channel() {
      return courier.channel();
    }

    @Override
    public java.util.Optional<io.handrail.care.alert.Fault> carry(Letter letter) {
      if (after) {
        var unused = courier.carry(letter);
      }
      throw new Killed();
    }
  }
}
