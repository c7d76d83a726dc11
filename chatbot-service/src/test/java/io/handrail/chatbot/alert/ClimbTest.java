package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Fault;
import io.handrail.care.alert.Rung;
import io.handrail.care.alert.Trouble;
import io.handrail.care.clinic.Cover;
import io.handrail.care.clinic.WorkingDays;
import io.handrail.care.conversation.Level;
import io.handrail.care.review.RiskItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told when, by a clock that is moved by hand. */
class ClimbTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final Clinic clinic = new Clinic();
  private final Bag mail = new Bag(Channel.EMAIL);
  private final Deliverer node = clinic.node("a", mail);

  @Test
  void what_must_be_answered_now_is_told_at_once_and_climbs_within_the_minute() {
    clinic.raise(Level.CRISIS);
    node.pass();
    assertEquals(List.of("obi@harbour.example"), mail.addresses());
    clinic.walk(node, Duration.ofMinutes(14).plusSeconds(50));
    assertEquals(1, mail.taken.size(), "the clinician has a quarter of an hour");
    clinic.walk(node, MINUTE);
    assertEquals("tom@harbour.example", mail.addresses().getLast());
    clinic.walk(node, Duration.ofMinutes(15));
    assertEquals("ana@harbour.example", mail.addresses().getLast());
    assertEquals(3, mail.taken.size());
    clinic.walk(node, Duration.ofMinutes(15));
    assertEquals(6, mail.taken.size(), "then everyone");
    clinic.walk(node, Duration.ofMinutes(15));
    assertEquals(9, mail.taken.size(), "again and again");
  }

  @Test
  void every_hop_of_a_week_comes_within_a_minute_of_its_time_and_nothing_closes_itself() {
    String flag = clinic.raise(Level.CRISIS);
    var raised = clinic.clock.instant();
    clinic.walk(node, Duration.ofDays(2));
    Delivery delivery = clinic.delivery(flag);
    long expected = Duration.ofDays(2).dividedBy(Duration.ofMinutes(15));
    assertTrue(delivery.round() >= expected - 2, () -> "rounds: " + delivery.round());
    assertTrue(clinic.isOpen(flag));
    assertTrue(delivery.history().size() <= 80, "the record stays small");
    assertEquals(raised, delivery.raisedAt());
  }

  @Test
  void what_can_wait_for_the_day_climbs_after_four_hours() {
    clinic.raise(Level.CONCERN);
    clinic.walk(node, Duration.ofMinutes(239));
    assertEquals(List.of("obi@harbour.example"), mail.addresses());
    clinic.walk(node, Duration.ofMinutes(2));
    assertEquals("tom@harbour.example", mail.addresses().getLast());
  }

  @Test
  void what_can_wait_for_the_day_waits_through_a_weekend_and_what_cannot_does_not() {
    clinic.clock.forward(Duration.ofHours(56)); // Friday, 18:42
    clinic.raise(Level.CONCERN);
    clinic.walk(node, Duration.ofHours(66)); // Monday, 12:42
    assertEquals(List.of("obi@harbour.example"), mail.addresses());
    clinic.walk(node, Duration.ofMinutes(20));
    assertEquals("tom@harbour.example", mail.addresses().getLast(), "four working hours later");
    clinic.clock.forward(Duration.ofHours(5 * 24 + 6)); // Saturday
    mail.taken.clear();
    clinic.raise(Level.CRISIS);
    clinic.walk(node, Duration.ofMinutes(16));
    assertTrue(mail.addresses().contains("tom@harbour.example"), "the clock of a crisis runs on");
  }

  @Test
  void a_holiday_of_the_clinic_is_no_working_day() {
    var days = WorkingDays.USUAL;
    var closed =
        new WorkingDays(
            days.days(), days.opens(), days.closes(), Set.of(LocalDate.parse("2026-03-05")));
    clinic.working(closed);
    clinic.clock.forward(Duration.ofHours(8)); // Wednesday, 18:42
    clinic.raise(Level.CONCERN);
    clinic.walk(node, Duration.ofHours(42)); // Friday, 12:42
    assertEquals(List.of("obi@harbour.example"), mail.addresses());
    clinic.walk(node, Duration.ofMinutes(20));
    assertEquals("tom@harbour.example", mail.addresses().getLast());
  }

  @Test
  void while_a_colleague_stands_in_they_are_told_first_and_the_absent_one_only_with_everyone() {
    var now = clinic.clock.instant();
    clinic
        .shelves
        .clients()
        .change(
            Clinic.AMARA,
            client ->
                client.coveredBy(
                    Optional.of(
                        new Cover(
                            Clinic.ANA,
                            Clinic.OBI,
                            now.minusSeconds(60),
                            now.plus(Duration.ofDays(7)),
                            ""))));
    clinic.rota(List.of(Clinic.TOM), List.of());
    clinic.raise(Level.CRISIS);
    node.pass();
    assertEquals(List.of("ana@harbour.example"), mail.addresses());
    clinic.walk(node, Duration.ofMinutes(16));
    assertEquals(List.of("ana@harbour.example", "tom@harbour.example"), mail.addresses());
    clinic.walk(node, Duration.ofMinutes(15));
    assertTrue(mail.addresses().contains("obi@harbour.example"), "then everyone");
  }

  @Test
  void when_the_cover_is_over_the_clinician_is_first_again() {
    var now = clinic.clock.instant();
    var cover = new Cover(Clinic.ANA, Clinic.OBI, now, now.plusSeconds(3600), "");
    clinic.shelves.clients().change(Clinic.AMARA, client -> client.coveredBy(Optional.of(cover)));
    clinic.clock.forward(Duration.ofHours(1));
    clinic.raise(Level.CRISIS);
    node.pass();
    assertEquals(List.of("obi@harbour.example"), mail.addresses());
  }

  private void cover(Duration from, Duration until) {
    var now = clinic.clock.instant();
    var cover = new Cover(Clinic.ANA, Clinic.OBI, now.plus(from), now.plus(until), "");
    clinic.shelves.clients().change(Clinic.AMARA, client -> client.coveredBy(Optional.of(cover)));
  }

  @Test
  void a_cover_that_begins_while_a_flag_is_open_is_told_as_it_begins() {
    clinic.rota(List.of(Clinic.TOM), List.of());
    String flag = clinic.raise(Level.CRISIS);
    node.pass();
    cover(MINUTE.multipliedBy(5), Duration.ofDays(7));
    clinic.walk(node, MINUTE.multipliedBy(4));
    assertEquals(List.of("obi@harbour.example"), mail.addresses());
    clinic.walk(node, MINUTE.plusSeconds(10));
    assertEquals(List.of("obi@harbour.example", "ana@harbour.example"), mail.addresses());
    assertTrue(mail.taken.getLast().text().contains("you stand in for their clinician"));
    assertTrue(clinic.delivery(flag).asked(Clinic.ANA), "it stands in their queue too");
    clinic.walk(node, MINUTE.multipliedBy(9));
    assertEquals(2, mail.taken.size(), "once");
    clinic.walk(node, MINUTE);
    assertEquals("tom@harbour.example", mail.addresses().getLast(), "the climb is no later for it");
    assertEquals(3, mail.taken.size());
  }

  @Test
  void whoever_comes_to_answer_for_an_open_flag_is_told_whatever_the_day_and_the_rung() {
    String flag = clinic.raise(Level.CONCERN);
    cover(Duration.ZERO.minusSeconds(60), MINUTE.multipliedBy(30));
    node.pass();
    assertEquals(List.of("ana@harbour.example"), mail.addresses());
    clinic.walk(node, MINUTE.multipliedBy(31));
    assertEquals("obi@harbour.example", mail.addresses().getLast(), "the cover is over");
    clinic.walk(node, Duration.ofHours(4));
    assertEquals("tom@harbour.example", mail.addresses().getLast());
    clinic.clock.forward(Duration.ofHours(96)); // Sunday
    clinic.client(Optional.of(Clinic.TOM));
    clinic.walk(node, MINUTE);
    long told = mail.addresses().stream().filter("tom@harbour.example"::equals).count();
    assertTrue(clinic.delivery(flag).asked(Clinic.TOM));
    assertTrue(told >= 1, "a new clinician who was told in another place knows of it already");
  }

  @Test
  void a_new_clinician_hears_of_what_is_open() {
    clinic.rota(List.of(), List.of());
    clinic.raise(Level.CRISIS);
    node.pass();
    clinic.client(Optional.of(Clinic.TOM));
    clinic.walk(node, MINUTE);
    assertEquals(List.of("obi@harbour.example", "tom@harbour.example"), mail.addresses());
  }

  @Test
  void an_answered_flag_is_handed_on_to_nobody() {
    String flag = clinic.raise(Level.CRISIS);
    node.pass();
    clinic.answer(flag);
    cover(Duration.ZERO, Duration.ofDays(7));
    clinic.walk(node, MINUTE);
    assertEquals(1, mail.taken.size());
  }

  @Test
  void what_is_to_be_read_at_the_next_review_stays_in_the_portal() {
    String flag = clinic.raise(Level.WATCH);
    clinic.walk(node, Duration.ofHours(30));
    assertEquals(List.of(), mail.taken);
    Delivery delivery = clinic.delivery(flag);
    assertEquals(1, delivery.errands().size());
    assertEquals(Channel.PORTAL, delivery.errands().getFirst().channel());
    assertTrue(clinic.isOpen(flag));
  }

  @Test
  void an_answer_ends_it() {
    String flag = clinic.raise(Level.CRISIS);
    node.pass();
    clinic.answer(flag);
    clinic.walk(node, Duration.ofHours(2));
    assertEquals(1, mail.taken.size());
  }

  @Test
  void an_answer_that_a_crash_left_half_stored_ends_it_too() {
    String flag = clinic.raise(Level.CRISIS);
    node.pass();
    var by = new RiskItem.Acknowledgement(Clinic.OBI, "Dr Obi", clinic.clock.instant(), "Called");
    clinic
        .shelves
        .risk()
        .change(
            new io.handrail.care.Shelves.OfClient<>(Clinic.AMARA, flag), i -> i.acknowledged(by));
    assertTrue(clinic.isOpen(flag));
    clinic.walk(node, Duration.ofMinutes(20));
    assertFalse(clinic.isOpen(flag));
    assertEquals(1, mail.taken.size());
  }

  @Test
  void a_client_without_a_clinician_is_told_of_to_the_next_at_once() {
    clinic.client(Optional.empty());
    String flag = clinic.raise(Level.CRISIS);
    node.pass();
    assertEquals(List.of("tom@harbour.example"), mail.addresses());
    assertEquals(Optional.of(Rung.COVER), clinic.delivery(flag).rung());
  }

  @Test
  void somebody_without_an_address_is_passed_over_at_once() {
    clinic.noAddress(Clinic.OBI);
    clinic.raise(Level.CRISIS);
    node.pass();
    assertEquals(List.of("tom@harbour.example"), mail.addresses());
  }

  @Test
  void without_cover_the_people_on_call_are_next() {
    clinic.rota(List.of(), List.of(Clinic.ANA));
    clinic.raise(Level.CRISIS);
    clinic.walk(node, Duration.ofMinutes(16));
    assertEquals(List.of("obi@harbour.example", "ana@harbour.example"), mail.addresses());
  }

  @Test
  void a_failing_channel_is_tried_again_with_growing_pauses_and_then_alarms() {
    mail.fault = Optional.of(Fault.UNREACHABLE);
    String flag = clinic.raise(Level.CRISIS);
    clinic.walk(node, Duration.ofMinutes(14));
    long tries =
        clinic.delivery(flag).history().stream().filter(t -> t.fault().isPresent()).count();
    assertTrue(tries >= 5 && tries <= 8, () -> "tries: " + tries);
    assertEquals(List.of(), clinic.delivery(flag).troubles());
    clinic.walk(node, Duration.ofMinutes(3));
    assertEquals(List.of(Trouble.FAILING), clinic.delivery(flag).troubles());
    mail.fault = Optional.empty();
    clinic.walk(node, Duration.ofMinutes(11));
    assertTrue(mail.addresses().contains("obi@harbour.example"));
    assertEquals(List.of(), clinic.delivery(flag).troubles());
  }

  @Test
  void nobody_to_tell_and_no_way_to_tell_are_alarms_from_the_first_moment() {
    clinic.client(Optional.empty());
    clinic.rota(List.of(), List.of());
    String flag = clinic.raise(Level.CRISIS);
    clinic.node("mute").pass();
    assertEquals(List.of(Trouble.NO_CHANNEL, Trouble.NOBODY), clinic.delivery(flag).troubles());
    assertTrue(clinic.isOpen(flag));
  }

  @Test
  void nobody_with_an_address_is_an_alarm() {
    clinic.noAddress(Clinic.OBI);
    clinic.rota(List.of(), List.of());
    String flag = clinic.raise(Level.CRISIS);
    node.pass();
    assertTrue(clinic.delivery(flag).troubles().contains(Trouble.NO_ADDRESS));
  }

  @Test
  void people_named_after_the_flag_came_are_told_too() {
    clinic.client(Optional.empty());
    clinic.rota(List.of(), List.of());
    clinic.raise(Level.CRISIS);
    clinic.walk(node, Duration.ofMinutes(5));
    assertEquals(List.of(), mail.taken);
    clinic.rota(List.of(), List.of(Clinic.ANA));
    clinic.walk(node, Duration.ofMinutes(11));
    assertEquals(List.of("ana@harbour.example"), mail.addresses());
  }

  @Test
  void an_alert_holds_nothing_of_the_client() {
    clinic.raise(Level.CRISIS);
    node.pass();
    Letter letter = mail.taken.getFirst();
    String all = letter.subject() + letter.text() + letter;
    for (String secret :
        List.of("amara", "Amara", "Name", Clinic.WORDS, "intent", "suicid", "crisis_")) {
      assertFalse(all.contains(secret), () -> secret + " in " + all);
    }
    assertTrue(letter.text().contains(letter.reference()));
    assertTrue(letter.text().contains("https://portal.example/risk"));
    assertTrue(letter.text().contains("10:42"));
  }
}
