package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Client.Enrolment;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Turn;
import io.handrail.care.measure.Instruments;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.care.record.Consent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A client, a clinician, a plan and a spine, for tests. */
final class Room {
  static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
  static final ClinicId CLINIC = new ClinicId("riverside");
  static final ClientId MAYA = new ClientId(CLINIC, "maya");
  static final StaffId AMARA = new StaffId(CLINIC, "amara");

  final Shelves shelves = StoredShelves.inMemory();
  final Protocols protocols = ProtocolFolder.open(protocolsFolder());
  final Instruments instruments = InstrumentFolder.open(protocolsFolder());
  final TestClock clock = new TestClock();
  final PlainScreen screen = new PlainScreen();
  final FakePhrasing phrasing = new FakePhrasing();
  final FakeGuard guard = new FakeGuard();
  final TurnPipeline spine = spine(shelves);
  private int sent;

  Room() {
    shelves
        .clinics()
        .insert(
            CLINIC,
            new Clinic(
                CLINIC, "Riverside", ZoneId.of("UTC"), "GB", List.of(AMARA), List.of(MAYA), true));
    shelves
        .staff()
        .insert(
            AMARA,
            new Staff(AMARA, "Amara Obi", "Therapist", "", Set.of(Role.CLINICIAN), List.of(MAYA)));
    shelves
        .clients()
        .insert(
            MAYA,
            new Client(
                MAYA,
                "Maya",
                ZoneId.of("Europe/London"),
                "en",
                Enrolment.ACTIVE,
                MORNING,
                Optional.of(AMARA),
                Optional.of(MORNING),
                true));
    shelves
        .plans()
        .insert(
            MAYA,
            CarePlan.cautious(
                Set.of("thought_record", "behavioural_activation", "check_in"), MORNING));
    shelves.consents().insert(MAYA, new Consent("1", true, MORNING, Optional.empty()));
  }

  TurnPipeline spine(Shelves over) {
    return spine(over, Duration.ZERO);
  }

  TurnPipeline spine(Shelves over, Duration lostAfter) {
    return new TurnPipeline(
        over,
        screen,
        region -> "999",
        new Stepping(over, protocols, phrasing, guard),
        instruments,
        clock,
        lostAfter);
  }

  static Path protocolsFolder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }

  Turn say(String text) {
    return spine.take(MAYA, new Arrival.Message(nextId(), text), Watcher.NOBODY);
  }

  Turn tap(String move) {
    return spine.take(
        MAYA, new Arrival.Tap(nextId(), Move.read(move).orElseThrow(), move), Watcher.NOBODY);
  }

  MessageId nextId() {
    clock.now = clock.now.plusSeconds(30);
    return new MessageId("message-" + (10_000 + sent++));
  }

  void plan(UnaryOperator<CarePlan> change) {
    shelves.plans().change(MAYA, change);
  }

  static String shown(Turn turn) {
    return String.join("\n", turn.shown().stream().map(line -> line.text()).toList());
  }

  /** A clock that moves when a test says so. */
  static final class TestClock extends Clock {
    Instant now = MORNING;

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

  /** Hears two plain words, so that these tests are about the spine and not about hearing. */
  static final class PlainScreen implements Screen {
    final List<Heard> heard = new ArrayList<>();
    final Map<String, Signal> hears = new HashMap<>();
    boolean broken;

    @Override
    public Screening screen(Heard given) {
      heard.add(given);
      if (hears.containsKey(given.text())) {
        Signal signal = hears.get(given.text());
        return new Screening(signal.level(), List.of(signal), "en", true);
      }
      if (broken) throw new IllegalStateException("broken");
      Level level =
          given.text().contains("kill myself")
              ? Level.CRISIS
              : given.text().contains("no point living") ? Level.CONCERN : Level.NONE;
      List<Signal> signals =
          level == Level.NONE ? List.of() : List.of(new Signal("plain", level, given.text()));
      return new Screening(level, signals, "en", true);
    }
  }

  /** A model that says what a test gives it. */
  static final class FakePhrasing implements Phrasing {
    boolean available;
    List<Request> requests = new ArrayList<>();
    java.util.function.BiFunction<Request, Listener, Result> answer =
        (request, listener) ->
            new Result.Failed("model_down", Optional.empty(), Optional.empty(), "");

    @Override
    public boolean available() {
      return available;
    }

    @Override
    public Result phrase(Request request, Listener listener) {
      requests.add(request);
      return answer.apply(request, listener);
    }
  }

  /** Refuses sentences with the word "forbidden". */
  static final class FakeGuard implements Guard {
    /** A draft that is refused as a whole though each sentence passes. */
    String wholly = "";

    @Override
    public List<Finding> sentence(String sentence, List<String> before, About about) {
      return sentence.contains("forbidden")
          ? List.of(new Finding("Boundaries of Competence", "test", "forbidden"))
          : List.of();
    }

    @Override
    public boolean wholeOnly(About about) {
      return about.said().contains("all of it");
    }

    @Override
    public boolean waits(String sofar, About about) {
      return sofar.contains("perhaps good");
    }

    @Override
    public List<Finding> whole(String reply, About about) {
      return reply.equals(wholly)
          ? List.of(new Finding("Crisis Navigation", "test_whole", ""))
          : sentence(reply, List.of(), about);
    }
  }
}
