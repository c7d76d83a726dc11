package io.handrail.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.handrail.care.Shelves;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanDefinition;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
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
