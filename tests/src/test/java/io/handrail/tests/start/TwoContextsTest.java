package io.handrail.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanDefinition;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both services live in one Java machine, on one class path. */
class TwoContextsTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private static ApplicationContext started(String service, Path data, Shelves shelves) {
    var settings = new Settings(HOME, data, 0, 0, Optional.empty(), Clock.systemUTC());
    return Contexts.builder(service, 0, settings, shelves).start();
  }

  private static List<String> beansUnder(ApplicationContext context, String root) {
    return context.getAllBeanDefinitions().stream()
        .map(BeanDefinition::getBeanType)
        .map(Class::getName)
        .filter(name -> name.startsWith(root))
        .toList();
  }

  @Test
  void neither_context_sees_a_bean_of_the_other(@TempDir Path data) {
    try (var shelves = StoredShelves.inMemory();
        var chatbot = started("chatbot", data, shelves);
        var portal = started("portal", data, shelves)) {
      assertEquals(List.of(), beansUnder(chatbot, "io.handrail.portal."));
      assertEquals(List.of(), beansUnder(portal, "io.handrail.chatbot."));
      assertFalse(beansUnder(chatbot, "io.handrail.chatbot.").isEmpty());
      assertFalse(beansUnder(chatbot, "io.handrail.chatbot.").isEmpty());
      assertFalse(beansUnder(portal, "io.handrail.portal.").isEmpty());
    }
  }

  /** While a demo clinic is being seeded its turns are open, and nobody left them. */
  @Test
  void what_a_crash_left_is_mended_once_the_house_is_open_and_not_before(@TempDir Path data)
      throws Exception {
    try (var shelves = StoredShelves.inMemory()) {
      var clinic = new MadeUpClinic(shelves, "clinic");
      clinic.staff("therapist", Role.CLINICIAN);
      clinic.client("maya", "therapist", false);
      ClientId maya =
          shelves.clinics().get(new ClinicId("clinic")).orElseThrow().clients().getFirst();
      shelves.turns().open(leftOpen(maya));
      var settings = new Settings(HOME, data, 0, 0, Optional.empty(), Clock.systemUTC());
      var chatbot = Contexts.start("chatbot", 0, settings, shelves);
      try {
        Thread.sleep(1_500);
        assertTrue(shelves.turns().last(maya, 1).getFirst().open());
        chatbot.opened();
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (shelves.turns().last(maya, 1).getFirst().open() && System.nanoTime() < until) {
          Thread.sleep(50);
        }
        assertFalse(shelves.turns().last(maya, 1).getFirst().open());
      } finally {
        chatbot.stop();
      }
    }
  }

  private static Turn leftOpen(ClientId client) {
    return new Turn(
        new TurnId(client, 1),
        ConversationId.startingAt(1),
        Instant.now().minus(Duration.ofHours(1)),
        new Opening.Said(new MessageId("a-message-that-was-left"), "Hello"),
        Screening.NOTHING_SAID,
        List.of(),
        State.FIRST,
        List.of(),
        Optional.empty());
  }

  @Test
  void the_shelves_stay_open_when_one_context_stops(@TempDir Path data) {
    var closed = new AtomicBoolean();
    try (var memory = StoredShelves.inMemory()) {
      // As the stored shelves: somebody could close them.
      var watched =
          (Shelves)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {Shelves.class, AutoCloseable.class},
                  (proxy, method, args) -> {
                    if (!method.getName().equals("close")) return method.invoke(memory, args);
                    closed.set(true);
                    return null;
                  });
      started("portal", data, watched).stop();
      assertFalse(closed.get());
    }
  }
}
