package io.handrail.tests.bench;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.NoModel;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.tests.stage.Interposed;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How long somebody who writes that they want to die waits for the crisis reply, when everything is
 * against them: five times the usual load, no model, the day's messages spent, every access to the
 * store slow.
 */
final class CrisisBench {
  /** Five times the 24 turns a second at which turns are measured ({@link TurnBench}). */
  private static final int PER_SECOND = 5 * 24;

  private static final Duration SLOW = Duration.ofMillis(25);
  private static final int CLIENTS = 300;
  private static final double GOAL_MS = 2000;

  private CrisisBench() {}

  static void run(BenchCommand.Options options) throws InterruptedException {
    Shelves store = StoredShelves.inMemory();
    var clinic = new MadeUpClinic(store, "crisis");
    clinic.staff("therapist", Role.CLINICIAN);
    for (int i = 0; i < CLIENTS; i++) {
      clinic.inCare("c" + i, "therapist", false);
      // One message a day, which the warm-up spends; whoever writes is heard all the same.
      store
          .plans()
          .change(id(i), plan -> plan.limited(plan.protocols(), 1, List.of(), ModelUse.OFF));
    }
    var spine =
        new TurnPipeline(
            slowed(store),
            new SafetyScreen(),
            region -> "999",
            new Stepping(
                slowed(store),
                ProtocolFolder.open(Product.home().resolve("protocols")),
                new NoModel(),
                new RuleGuard(Set.of("999"))),
            Clock.systemUTC(),
            Duration.ZERO);
    int seconds = options.quick() ? 4 : 30;
    rounds(spine, 3, "warm-up");
    Came came = rounds(spine, seconds, "crisis");
    Figures.of("crisis")
        .put("turns", came.first.length)
        .put("per_second", PER_SECOND)
        .put("store_access_ms", SLOW.toMillis())
        .put("faults", came.faults)
        .put("first_line_p50_ms", Figures.percentileMs(came.first, 0.5))
        .put("first_line_p99_ms", Figures.percentileMs(came.first, 0.99))
        .put("whole_turn_p99_ms", Figures.percentileMs(came.whole, 0.99))
        .put("goal_ms", GOAL_MS)
        .print();
    boolean met = came.faults == 0 && Figures.percentileMs(came.first, 0.99) <= GOAL_MS;
    if (!met) System.exit(1);
  }

  private record Came(long[] first, long[] whole, int faults) {}

  private static Came rounds(TurnPipeline spine, int seconds, String name)
      throws InterruptedException {
    var first = new ConcurrentLinkedQueue<Long>();
    var whole = new ConcurrentLinkedQueue<Long>();
    var faults = new AtomicInteger();
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < seconds * PER_SECOND; i++) {
        long at = began + i * 1_000_000_000L / PER_SECOND;
        LockSupport.parkNanos(at - System.nanoTime());
        int turn = i;
        threads.execute(() -> {
          var watch = new FirstLine(System.nanoTime());
          try {
            Turn done =
                spine.take(
                    id(turn % CLIENTS),
                    new Arrival.Message(
                        new MessageId(name + "-message-" + turn), "I want to kill myself tonight"),
                    watch);
            boolean crisis = done.closing().orElseThrow().outcome().equals(CRISIS);
            if (!crisis || watch.nanos == 0) faults.incrementAndGet();
            first.add(watch.nanos);
            whole.add(System.nanoTime() - watch.began);
          } catch (RuntimeException e) {
            faults.incrementAndGet();
          }
        });
      }
    }
    return new Came(
        first.stream().mapToLong(Long::longValue).toArray(),
        whole.stream().mapToLong(Long::longValue).toArray(),
        faults.get());
  }

  private static final Outcome CRISIS = new Outcome.Escalated(Level.CRISIS);

  private static ClientId id(int client) {
    return new ClientId(new ClinicId("crisis"), "c" + client);
  }

  private static final class FirstLine implements Watcher {
    private final long began;
    private volatile long nanos;

    FirstLine(long began) {
      this.began = began;
    }

    @Override
    public void opened(Turn turn) {}

    @Override
    public void shown(Turn turn, int index, Line line) {
      if (nanos == 0) nanos = System.nanoTime() - began;
    }

    @Override
    public void closed(Turn turn) {}
  }

  /** Every access waits first. */
  private static Shelves slowed(Shelves real) {
    return Interposed.store(
        real,
        access -> {
          LockSupport.parkNanos(SLOW.toNanos());
          return access.through();
        });
  }
}
