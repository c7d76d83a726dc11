package io.handrail.chatbot.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.alert.Fault;
import io.handrail.care.alert.Standing;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Cover;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import io.handrail.web.page.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client reads of who has been told. */
class TidingsTest {
  private static final Instant TEN_42 = Instant.parse("2026-03-04T10:42:00Z");
  private static final String CALL = "If this can't wait, please call a number below.";

  private Ward ward;
  private Tidings tidings;

  @BeforeEach
  void open() {
    ward = new Ward();
    tidings =
        new Tidings(ward.shelves, Messages.of("chatbot"), Clock.fixed(TEN_42, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private Visit visit(ClientId id) {
    return ward.context.getBean(Visits.class).of(new ClientActor(id)).orElseThrow();
  }

  /** A turn on hold with one flag, as the spine leaves it. */
  private Turn crisis(ClientId id) {
    ward.phone(id).post("/chat/messages", "id", "crisis-0001", "text", PlainConversing.CRISIS);
    Turn turn = ward.shelves.turns().last(id, 1).getFirst();
    var flag = new Flag(id.value() + "-1-1", Level.CRISIS, "risk", TEN_42);
    var item = new RiskItem(flag, id, turn.id(), "", List.of(), Optional.empty());
    ward.shelves.risk().insert(new OfClient<>(id, flag.id()), item);
    return turn.flagged(flag);
  }

  private Delivery delivery(ClientId id, Set<Channel> ways) {
    var entry = new RiskQueue.Entry(id.value() + "-1-1", id, Level.CRISIS, TEN_42);
    var standing = new Standing(Optional.of(Ward.SAM), Rota.NOBODY, Set.of(Ward.SAM), ways);
    return Delivery.of(entry).climbed(standing, TEN_42, "node");
  }

  private void stored(Delivery delivery) {
    var key = new OfClient<>(delivery.client(), delivery.flag());
    assertTrue(ward.shelves.deliveries().insert(key, delivery));
  }

  private static Delivery told(Delivery delivery, Channel channel, Optional<Fault> fault) {
    Errand errand =
        delivery.errands().stream().filter(e -> e.channel() == channel).findFirst().orElseThrow();
    return delivery.told(errand, 1, fault, TEN_42.plusSeconds(3), "node");
  }

  @Test
  void in_the_first_seconds_it_is_being_passed_on() {
    Turn turn = crisis(Ward.MAYA);
    assertEquals(
        List.of("This is being passed on now. If it can't wait, please call a number below."),
        after(turn, 5).of(visit(Ward.MAYA), Optional.of(turn)));
  }

  @Test
  void when_nobody_was_told_after_that_it_says_so() {
    Turn turn = crisis(Ward.MAYA);
    assertEquals(
        List.of("It is kept for your clinic. Nobody has been told yet. " + CALL),
        after(turn, 31).of(visit(Ward.MAYA), Optional.of(turn)));
  }

  private Tidings after(Turn turn, long seconds) {
    var clock = Clock.fixed(turn.openedAt().plusSeconds(seconds), ZoneOffset.UTC);
    return new Tidings(ward.shelves, Messages.of("chatbot"), clock);
  }

  @Test
  void who_stands_in_for_the_clinician_is_called_so() {
    Turn turn = crisis(Ward.MAYA);
    StaffId kim = new StaffId(Ward.MAYA.clinic(), "kim");
    ward.shelves
        .staff()
        .insert(
            kim,
            new Staff(kim, "Kim Vale", "", "kim@x.example", Set.of(Role.CLINICIAN), List.of()));
    var away = new Cover(kim, Ward.SAM, TEN_42.minusSeconds(60), TEN_42.plusSeconds(9000), "");
    ward.shelves.clients().change(Ward.MAYA, client -> client.coveredBy(Optional.of(away)));
    var standing =
        new Standing(
            Optional.of(Ward.SAM),
            Optional.of(kim),
            Rota.NOBODY,
            Set.of(kim),
            Set.of(Channel.EMAIL),
            ZoneOffset.UTC);
    var entry = new RiskQueue.Entry("maya-1-1", Ward.MAYA, Level.CRISIS, TEN_42);
    Delivery asked = Delivery.of(entry).climbed(standing, TEN_42, "node");
    stored(told(asked, Channel.EMAIL, Optional.empty()));
    assertEquals(
        List.of("Sent to Kim Vale, who stands in for Sam Okafor, at 10:42."),
        tidings.of(visit(Ward.MAYA), Optional.of(turn)));
  }

  @Test
  void a_message_that_could_not_be_sent_is_not_called_sent() {
    Turn turn = crisis(Ward.MAYA);
    Delivery tried = delivery(Ward.MAYA, Set.of(Channel.EMAIL));
    stored(told(tried, Channel.EMAIL, Optional.of(Fault.REFUSED)));
    assertEquals(
        List.of(
            "On Sam Okafor's list since 10:42.", "No message has gone out to anybody yet. " + CALL),
        tidings.of(visit(Ward.MAYA), Optional.of(turn)));
  }

  @Test
  void it_says_whom_it_was_sent_to_and_who_has_seen_it() {
    Turn turn = crisis(Ward.MAYA);
    stored(told(delivery(Ward.MAYA, Set.of(Channel.EMAIL)), Channel.EMAIL, Optional.empty()));
    assertEquals(
        List.of("Sent to Sam Okafor at 10:42."), tidings.of(visit(Ward.MAYA), Optional.of(turn)));
    var by =
        new RiskItem.Acknowledgement(
            Ward.SAM, "Sam Okafor", TEN_42.plusSeconds(480), "a note that is not the client's");
    new RiskDesk(ward.shelves).acknowledge(Ward.MAYA, "maya-1-1", by);
    assertEquals(
        List.of("Sent to Sam Okafor at 10:42.", "Sam Okafor has seen it, at 10:50."),
        tidings.of(visit(Ward.MAYA), Optional.of(turn)));
  }

  @Test
  void it_speaks_the_clients_language() {
    Turn turn = crisis(Ward.LUCIA);
    stored(told(delivery(Ward.LUCIA, Set.of(Channel.WEBHOOK)), Channel.WEBHOOK, Optional.empty()));
    assertEquals(
        List.of("Enviado a la línea de avisos de tu clínica: 10:42."),
        tidings.of(visit(Ward.LUCIA), Optional.of(turn)));
  }

  @Test
  void a_client_whom_nothing_asks_for_a_person_reads_nothing() {
    assertEquals(List.of(), tidings.of(visit(Ward.MAYA), Optional.empty()));
  }

  @Test
  void the_page_on_hold_has_a_place_for_it() {
    Phone phone = ward.phone(Ward.MAYA);
    phone.post("/chat/messages", "id", "crisis-0001", "text", PlainConversing.CRISIS);
    assertTrue(phone.get("/chat").body().contains("id=\"told\" role=\"status\""));
  }
}
