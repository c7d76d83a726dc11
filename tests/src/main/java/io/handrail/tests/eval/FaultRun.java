package io.handrail.tests.eval;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Fault;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.chatbot.alert.Courier;
import io.handrail.chatbot.alert.Deliverer;
import io.handrail.chatbot.alert.Letter;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.tests.stage.MadeUpClinic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One seeded life of a client and the people around them, on a store that fails: messages of every
 * kind, programs that die and start again, mail that is down, a person who answers now and then.
 * Afterwards all is quiet for a while, and what is stored is held against what was said.
 */
final class FaultRun {
  private static final int STEPS = 14;
  private static final int FAILS_ONE_IN = 9;
  private static final Duration QUIET = Duration.ofMinutes(20);
  private static final List<String> SAID =
      List.of(
          "I want to kill myself tonight",
          "there is no point living any more",
          "Some nights I wish I would not wake up again",
          "I took all the pills",
          "yes",
          "no",
          "idk",
          "no, I'm safe, it's just a bad day",
          "My boss walked past me at nine without a word",
          "anxious 70",
          "You misunderstood, I was joking");
  private static final List<String> TAPPED =
      List.of(
          "start:thought_record",
          "skip",
          "stop",
          "grounding",
          "barriers",
          "safety:wish,yes",
          "safety:thoughts,yes",
          "safety:method,no",
          "safety:plan,yes",
          "safety:ever,no");

  /**
   * What came of it.
   *
   * @param wrong what must not be, in whole sentences; empty when all is well
   */
  record Result(
      long seed, int kills, int faults, int turns, int flags, int letters, List<String> wrong) {}

  private final long seed;
  private final Random random;
  private final Hands clock = new Hands();
  private final Shelves store;
  private final FaultyStore faulty;
  private final Function<Shelves, TurnPipeline> spine;
  private final ClientId client;
  private final StaffId clinician;
  private final Mail mail = new Mail();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<MessageId, String> acknowledged = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private TurnPipeline node;
  private boolean recovered;
  private final List<Deliverer> deliverers = new ArrayList<>();
  private int born;
  private int sent;

  /**
   * @param spine makes the spine over a store and the clock of the run
   * @param lossy changes the store for the worse, to see that a loss is found; the identity in a
   *     true run
   */
  FaultRun(long seed, SpineOf spine, UnaryOperator<Shelves> lossy) {
    this.seed = seed;
    this.random = new Random(seed);
    this.store = lossy.apply(StoredShelves.inMemory());
    this.faulty = new FaultyStore(store, random);
    this.spine = shelves -> spine.over(shelves, clock);
    var clinic = new MadeUpClinic(store, "faults");
    clinic.staff("therapist", Role.CLINICIAN);
    clinic.client("maya", "therapist", false);
    var id = new ClinicId("faults");
    this.client = new ClientId(id, "maya");
    this.clinician = new StaffId(id, "therapist");
  }

  /** Makes a spine. */
  interface SpineOf {
    TurnPipeline over(Shelves shelves, Clock clock);
  }

  Result run() {
    node = spine.apply(faulty.shelves());
    faulty.failing(FAILS_ONE_IN);
    for (int step = 0; step < STEPS; step++) {
      clock.forward(Duration.ofSeconds(5 + random.nextInt(240)));
      say();
      attempt(this::mend);
      deliver();
      if (random.nextInt(12) == 0) answer();
      look();
    }
    faulty.failing(0);
    quiet();
    check();
    List<Turn> turns = store.turns().last(client, 500);
    int flags = turns.stream().mapToInt(turn -> turn.flags().size()).sum();
    return new Result(
        seed, faulty.kills(), faulty.faults(), turns.size(), flags, mail.told.size(), wrong);
  }

  /** A device sends again what was not acknowledged, a few times, and may then give up. */
  private void say() {
    var id = new MessageId("message-" + (10_000 + sent++));
    Arrival arrival =
        random.nextInt(3) == 0
            ? new Arrival.Tap(id, Move.read(any(TAPPED)).orElseThrow(), "tapped")
            : new Arrival.Message(id, any(SAID));
    for (int tries = random.nextInt(4); tries >= 0; tries--) {
      boolean taken =
          attempt(() -> {
            Turn turn = node.take(client, arrival, Watcher.NOBODY);
            acknowledged.put(id, turn.screening().level().name());
          });
      if (taken) return;
      clock.forward(Duration.ofSeconds(3));
    }
  }

  private void deliver() {
    while (deliverers.size() < 2) deliverers.add(deliverer());
    mail.down = random.nextInt(8) == 0 ? !mail.down : mail.down;
    Deliverer one = deliverers.get(random.nextInt(deliverers.size()));
    try {
      one.pass();
    } catch (FaultyStore.Killed e) {
      deliverers.remove(one);
    } catch (RuntimeException e) {
      // As the walk does: it waits for the next pass.
    }
  }

  private Deliverer deliverer() {
    return new Deliverer(
        faulty.shelves(), clock, "node-" + ++born, List.of(mail), Optional.empty(), Runnable::run);
  }

  /** True when it was done; a program that dies is started anew and mends what it finds. */
  private boolean attempt(Runnable work) {
    try {
      work.run();
      return true;
    } catch (FaultyStore.Killed e) {
      restart();
    } catch (Conversing.Busy e) {
      wrong.add("a client found the spine busy on a single node");
    } catch (RuntimeException e) {
      // The client is told that something failed, and sends it again.
    }
    return false;
  }

  private void restart() {
    node = spine.apply(faulty.shelves());
    recovered = false;
  }

  /** What the service does by the clock: recovery until it came through once, then mending. */
  private void mend() {
    if (!recovered) node.recover();
    recovered = true;
    node.mend();
  }

  private void answer() {
    List<Flag> open =
        store.turns().last(client, 500).stream().flatMap(turn -> turn.flags().stream()).toList();
    if (open.isEmpty()) return;
    Flag flag = open.get(random.nextInt(open.size()));
    var by = new RiskItem.Acknowledgement(clinician, "Therapist", clock.instant(), "Called");
    answered.add(flag.id()); // from here on it may be answered, whatever fails
    try {
      var unused = new RiskDesk(faulty.shelves()).acknowledge(client, flag.id(), by);
    } catch (FaultyStore.Killed | RuntimeException e) {
      // The person tries again another time; or the chain finishes it.
    }
  }

  /** What once stood in the queue stays there until a person answers. */
  private void look() {
    Set<String> open = open();
    for (String flag : seen) {
      if (!open.contains(flag) && !answered.contains(flag)) {
        wrong.add("flag " + flag + " left the queue and nobody had answered it");
      }
    }
    seen.addAll(open);
  }

  private Set<String> open() {
    var open = new HashSet<String>();
    new RiskDesk(store).open(client).forEach(entry -> open.add(entry.flag()));
    return open;
  }

  /**
   * The store answers again and mail goes out; no client comes back and nobody restarts anything.
   */
  private void quiet() {
    mail.down = false;
    Instant until = clock.instant().plus(QUIET);
    if (deliverers.isEmpty()) deliverers.add(deliverer());
    while (clock.instant().isBefore(until)) {
      attempt(this::mend);
      deliverers.forEach(Deliverer::pass);
      clock.forward(Duration.ofSeconds(75));
    }
  }

  private void check() {
    List<Turn> turns = store.turns().last(client, 500);
    Set<String> open = open();
    boolean held = false;
    for (Turn turn : turns) {
      if (turn.open()) wrong.add("turn " + turn.id().seq() + " is still open");
      boolean asks = turn.screening().level() == Level.CRISIS;
      if (asks && turn.flags().isEmpty()) wrong.add("turn " + turn.id().seq() + " lost its flag");
      held |= turn.state().hold().isPresent();
      if (held && turn.state().hold().isEmpty()) wrong.add("a hold ended by itself");
      for (Flag flag : turn.flags()) check(flag, open);
    }
    check(turns);
  }

  private void check(Flag flag, Set<String> open) {
    Optional<RiskItem> item = store.risk().get(new OfClient<>(client, flag.id()));
    if (item.isEmpty()) {
      wrong.add("flag " + flag.id() + " (" + flag.reason() + ") was never raised");
      return;
    }
    boolean closed = item.get().acknowledged().isPresent();
    if (closed && !answered.contains(flag.id())) {
      wrong.add("flag " + flag.id() + " was closed by nobody");
    }
    if (!closed && !open.contains(flag.id())) {
      wrong.add("flag " + flag.id() + " is open and in no queue");
    }
    boolean told = mail.told.contains(Delivery.reference(flag.id()));
    if (!closed && flag.level().atLeast(Level.CONCERN) && !told) {
      wrong.add("nobody was told of flag " + flag.id());
    }
  }

  private void check(List<Turn> turns) {
    var times = new HashMap<String, Integer>();
    for (Turn turn : turns) {
      turn.message().ifPresent(id -> times.merge(id.value(), 1, Integer::sum));
    }
    times.forEach((id, count) -> {
      if (count > 1) wrong.add("a message became " + count + " turns");
    });
    for (MessageId id : acknowledged.keySet()) {
      if (!times.containsKey(id.value())) wrong.add("an acknowledged message is gone");
    }
    for (Turn turn : turns) {
      boolean risky =
          turn.opening() instanceof Opening.Said said
              && (said.text().contains("kill myself") || said.text().contains("pills"));
      if (risky && turn.flags().isEmpty()) wrong.add("words of danger raised no flag");
    }
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A way out of the house that is down for a while. */
  private static final class Mail implements Courier {
    private final Set<String> told = new HashSet<>();
    private boolean down;

    @Override
    public Channel channel() {
      return Channel.WEBHOOK;
    }

    @Override
    public Optional<Fault> carry(Letter letter) {
      if (down) return Optional.of(Fault.UNREACHABLE);
      told.add(letter.reference());
      return Optional.empty();
    }
  }

  /** A clock that only the run moves; every run begins on a weekday morning. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
