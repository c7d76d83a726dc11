package io.handrail.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskQueue;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, killed again and again at moments nobody chose, while clients write. */
class KillTheProductTest {
  private static final int KILLS = 15;
  private static final int CLIENTS = 4;
  private static final Duration AT_MOST = Duration.ofMinutes(6);
  private static final String CRISIS = "I want to kill myself";
  private static final long SEED = 20260101;
  @TempDir Path data;

  @Test
  void nothing_acknowledged_is_lost_or_doubled_when_the_product_is_killed_under_load()
      throws Exception {
    List<SignIn> signIns = MadeUpClinic.in(data, KillTheProductTest::enrol);
    Product.Start how =
        Product.Start.on(data)
            .with("--empty", "--chat-port", Product.freePort(), "--portal-port", Product.freePort())
            .jvm("-XX:TieredStopAtLevel=1");
    List<Writer> writers = new ArrayList<>();
    try (Product product = Product.start(how)) {
      var over = new AtomicBoolean();
      for (int i = 0; i < signIns.size(); i++) {
        var writer = new Writer(product.chat(), signIns.get(i), new Random(SEED + i), i, over);
        writers.add(writer);
        writer.thread = Thread.ofVirtual().start(writer::write);
      }
      killAgainAndAgain(product, writers);
      over.set(true);
      for (Writer writer : writers) {
        assertTrue(writer.thread.join(Duration.ofSeconds(60)), "every last message was answered");
        writer.sendEverythingAgain();
      }
      product.stop();
    }
    MadeUpClinic.in(data, shelves -> examined(shelves, writers));
    int sent = writers.stream().mapToInt(w -> w.sent.size()).sum();
    assertTrue(sent > KILLS * 2, "there was a load: " + sent);
  }

  private static List<SignIn> enrol(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "north");
    clinic.staff("therapist", Role.CLINICIAN);
    List<SignIn> all = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) all.add(clinic.client("client-" + i, "therapist", false));
    return all;
  }

  private static void killAgainAndAgain(Product product, List<Writer> writers)
      throws InterruptedException {
    var random = new Random(SEED);
    long until = System.nanoTime() + AT_MOST.toNanos();
    for (int kill = 0; kill < KILLS; kill++) {
      assertTrue(System.nanoTime() < until, "fifteen kills fit into " + AT_MOST);
      awaitTurns(writers, random.nextInt(8));
      Thread.sleep(random.nextInt(120));
      product.kill();
      product.start();
    }
    awaitTurns(writers, 8);
  }

  /** Until so many more turns were answered to their end, or a while has passed. */
  private static void awaitTurns(List<Writer> writers, int more) throws InterruptedException {
    long enough = turns(writers) + more;
    long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    while (turns(writers) < enough && System.nanoTime() < until) Thread.sleep(5);
  }

  private static long turns(List<Writer> writers) {
    return writers.stream().mapToLong(w -> w.turns).sum();
  }

  /** One client, who sends a message until it is answered to the end, and then the next. */
  private static final class Writer {
    private final String chat;
    private final SignIn who;
    private final Random random;
    private final int number;
    private final AtomicBoolean over;
    private final Device device;

    /** Every message that was sent at least once: id to words or move. */
    private final Map<String, String> sent = new LinkedHashMap<>();

    /** What was heard of each: the journal place, and the lines by their place. */
    private final Map<String, Long> acknowledged = new HashMap<>();

    private final Map<String, String> lines = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private Thread thread;
    private volatile int turns;

    Writer(String chat, SignIn who, Random random, int number, AtomicBoolean over) {
      this.chat = chat;
      this.who = who;
      this.random = random;
      this.number = number;
      this.over = over;
      this.device = Device.signedIn(chat, who);
    }

    void write() {
      for (int i = 0; !over.get() && i < 400; i++) {
        String id = UUID.randomUUID().toString();
        String what = i == 0 ? "[start:thought_record]" : words(i);
        sent.put(id, what);
        while (!answered(id, what)) pause();
        turns++;
        if (random.nextInt(3) == 0) answered(id, what); // an impatient finger
      }
    }

    /** Every second client writes of danger now and then; the exercise is then held. */
    private String words(int i) {
      if (number % 2 == 1 && i % 5 == 4) return CRISIS;
      return i % 7 == 6 ? "[skip]" : "They looked away when I came in, number " + i;
    }

    void sendEverythingAgain() {
      // The spine knows a message again within its last turns; a device never repeats older ones.
      List<String> recent = sent.keySet().stream().skip(Math.max(0, sent.size() - 8)).toList();
      for (String id : recent) assertTrue(answered(id, sent.get(id)), "the answer is given again");
    }

    private boolean answered(String id, String what) {
      try {
        Device.Reply reply =
            what.startsWith("[")
                ? device.tap(id, what.substring(1, what.length() - 1))
                : device.say(id, what);
        if (reply.status() == 409) return false;
        if (reply.status() >= 500) return false;
        if (reply.status() != 200) {
          contradictions.add("status " + reply.status());
          return true;
        }
        reply.events().forEach(event -> heard(id, event));
        return reply.whole();
      } catch (Device.NoAnswer e) {
        return false;
      }
    }

    private void heard(String id, Device.Event event) {
      if (event.name().equals("opened")) {
        long seq = Long.parseLong(event.value("seq"));
        Long before = acknowledged.put(id, seq);
        if (before != null && before != seq)
          contradictions.add(id + " was " + before + ", now " + seq);
      }
      if (event.name().equals("line")) {
        String text = event.value("text");
        String before = lines.put(event.id(), text);
        if (before != null && !before.equals(text))
          contradictions.add("line " + event.id() + " changed");
      }
    }

    private static void pause() {
      try {
        Thread.sleep(120);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Void examined(Shelves shelves, List<Writer> writers) {
    var clinic = new MadeUpClinic(shelves, "north");
    RiskQueue queue =
        shelves.riskQueues().get(clinic.staffId("therapist").clinic()).orElse(RiskQueue.EMPTY);
    for (int i = 0; i < writers.size(); i++) {
      examine(shelves, writers.get(i), clinic.clientId("client-" + i), queue);
    }
    return null;
  }

  private static void examine(Shelves shelves, Writer writer, ClientId client, RiskQueue queue) {
    assertEquals(List.of(), writer.contradictions);
    List<Turn> journal = shelves.turns().between(client, 1, 10_000);
    Map<String, List<Turn>> byMessage =
        journal.stream()
            .filter(t -> t.message().isPresent())
            .collect(Collectors.groupingBy(t -> t.message().map(MessageId::value).orElseThrow()));
    assertEquals(writer.sent.keySet(), byMessage.keySet(), "every message is there, and no other");
    byMessage.forEach((id, turns) -> assertEquals(1, turns.size(), "message " + id + " once"));
    writer.acknowledged.forEach(
        (id, seq) -> assertEquals(seq, byMessage.get(id).getFirst().id().seq(), "place of " + id));
    for (int i = 0; i < journal.size(); i++) {
      assertEquals(i + 1L, journal.get(i).id().seq(), "the journal has no gap");
    }
    writer.lines.forEach((place, text) -> {
      String[] at = place.split("\\.");
      Turn turn = journal.get(Integer.parseInt(at[0]) - 1);
      assertEquals(
          text, turn.shown().get(Integer.parseInt(at[1])).text(), "line " + place + " as shown");
    });
    flags(writer, client, journal, queue);
  }

  private static void flags(Writer writer, ClientId client, List<Turn> journal, RiskQueue queue) {
    List<String> raised =
        journal.stream().flatMap(t -> t.flags().stream()).map(f -> f.id()).sorted().toList();
    List<String> queued = queue.of(client).stream().map(RiskQueue.Entry::flag).sorted().toList();
    assertEquals(raised, queued, "every flag is in the queue, once");
    long crises = writer.sent.values().stream().filter(CRISIS::equals).count();
    long urgent =
        journal.stream()
            .filter(t -> t.flags().stream().anyMatch(f -> f.reason().equals("risk")))
            .count();
    assertEquals(crises, urgent, "every crisis raised its flag");
  }
}
