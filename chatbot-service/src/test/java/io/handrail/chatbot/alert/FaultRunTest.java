package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Fault;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of moments with flags, answers, failing mail and dying nodes, by a seed. */
class FaultRunTest {
  private static final int STEPS = 3000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void no_flag_is_lost_and_none_closes_itself(long seed) {
    var random = new Random(seed);
    var clinic = new Clinic();
    var mail = new Weather(random);
    Map<String, Instant> open = new LinkedHashMap<>();
    Map<String, Level> levels = new LinkedHashMap<>();
    List<Deliverer> nodes = new ArrayList<>();
    int born = 0;
    for (int step = 0; step < STEPS; step++) {
      clinic.clock.forward(Duration.ofSeconds(1 + random.nextInt(30)));
      while (nodes.size() < 2) nodes.add(clinic.node("node-" + ++born, mail));
      if (open.size() < 6 && random.nextInt(60) == 0) {
        Level level = random.nextInt(3) == 0 ? Level.CONCERN : Level.CRISIS;
        String flag = clinic.raise(level);
        open.put(flag, clinic.clock.instant());
        levels.put(flag, level);
      }
      if (!open.isEmpty() && random.nextInt(200) == 0) {
        String flag = open.keySet().iterator().next();
        clinic.answer(flag);
        open.remove(flag);
      }
      mail.down = random.nextInt(50) == 0 ? !mail.down : mail.down;
      Deliverer node = nodes.get(random.nextInt(nodes.size()));
      try {
        node.pass();
      } catch (TwoNodesTest.Killed e) {
        nodes.remove(node);
      }
      open.keySet().forEach(flag -> assertTrue(clinic.isOpen(flag), flag));
    }
    mail.kind = true;
    mail.down = false;
    clinic.walk(clinic.node("last", mail), Duration.ofMinutes(16));
    for (String flag : open.keySet()) {
      assertTrue(clinic.isOpen(flag), "a flag closed itself: " + flag);
      String reference = Delivery.reference(flag);
      assertTrue(mail.told.contains(reference), () -> "nobody was told of " + flag);
      assertTrue(clinic.delivery(flag).round() >= 1);
    }
    assertEquals(
        open.size(), clinic.shelves.riskQueues().get(Clinic.ID).orElseThrow().entries().size());
    assertTrue(levels.size() > 10, "the run was not empty");
    assertTrue(born > 5, "nodes died in the run");
  }

  /** Mail that is down for a while, fails by chance, and takes its node with it now and then. */
  private static final class Weather implements Courier {
    private final Random random;
    final List<String> told = new ArrayList<>();
    boolean down;
    boolean kind;

    Weather(Random random) {
      this.random = random;
    }

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public Optional<Fault> carry(Letter letter) {
      if (!kind && random.nextInt(15) == 0) throw new TwoNodesTest.Killed();
      if (down) return Optional.of(Fault.UNREACHABLE);
      told.add(letter.reference());
      if (!kind && random.nextInt(15) == 0) throw new TwoNodesTest.Killed();
      return Optional.empty();
    }
  }
}
