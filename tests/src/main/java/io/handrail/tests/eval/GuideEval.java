package io.handrail.tests.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.NoModel;
import io.handrail.chatbot.model.stub.Answers;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Lets every person do every exercise with the running product, and reads what was stored. */
final class GuideEval {
  private static final int TURNS_READ = 400;
  private static final int AT_ONCE = 3;
  private final long seed;
  private final ProtocolFolder protocols;
  private final List<Session> sessions;

  GuideEval(long seed, Set<String> people, Set<String> exercises, Set<String> voices) {
    this.seed = seed;
    this.protocols = ProtocolFolder.open(Product.home().resolve("protocols"));
    this.sessions = sessions(people, exercises, voices);
  }

  private List<Session> sessions(Set<String> people, Set<String> exercises, Set<String> voices) {
    var all = new ArrayList<Session>();
    for (Persona persona : Persona.ALL) {
      if (!people.isEmpty() && !people.contains(persona.name())) continue;
      for (Protocol protocol : protocols.active()) {
        String name = protocol.ref().name();
        if (!exercises.isEmpty() && !exercises.contains(name)) continue;
        for (String voice : List.of("scripted", "worded", "guided")) {
          if (voices.isEmpty() || voices.contains(voice)) {
            all.add(Session.of(persona, name, voice));
          }
        }
      }
    }
    return all;
  }

  /** Runs all sessions on a data folder of their own. */
  List<Result> run() {
    Path data = folder();
    Map<String, SignIn> people = MadeUpClinic.in(data, this::enrol);
    try (StubModel model = StubModel.start().answer(GuideEval::answer)) {
      var start =
          Product.Start.on(data)
              .with("--empty")
              .environment(
                  Map.of(
                      "HANDRAIL_MODEL_URL", model.url().toString(),
                      "HANDRAIL_MODEL_NAME", "stub",
                      "HANDRAIL_MODEL_TOKENS_PER_DAY", "2000000000"));
      try (Product product = Product.start(start)) {
        talk(product, people);
        product.stop();
      }
    }
    return MadeUpClinic.in(data, this::read);
  }

  /**
   * Holds the sessions at the spine itself, on memory, one after the other, with no model and no
   * page: the same conversations in a hundredth of the time, and the same again each time.
   */
  List<Result> quick() {
    Shelves shelves = StoredShelves.inMemory();
    enrol(shelves);
    var clock = new Steady();
    var stepping = new Stepping(shelves, protocols, new NoModel(), new RuleGuard());
    var spine =
        new TurnPipeline(
            shelves, new SafetyScreen(), region -> "999", stepping, clock, Duration.ZERO);
    var clinic = new MadeUpClinic(shelves, "eval");
    for (Session session : sessions) {
      if (!session.voice().equals("scripted")) continue;
      ClientId client = clinic.clientId(session.client());
      session.hold(n -> new AtTheSpine(spine, protocols, client, "" + n), seed);
    }
    return read(shelves).stream()
        .filter(result -> result.heard().session().voice().equals("scripted"))
        .toList();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("handrail-eval");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, SignIn> enrol(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "eval");
    clinic.staff("therapist", Role.CLINICIAN);
    Set<String> all =
        protocols.active().stream().map(p -> p.ref().name()).collect(Collectors.toSet());
    var people = new HashMap<String, SignIn>();
    for (Session session : sessions) {
      boolean model = !session.voice().equals("scripted");
      people.put(session.client(), clinic.client(session.client(), "therapist", model));
      ClientId id = clinic.clientId(session.client());
      shelves.clients().change(id, client -> speaking(client, session.persona().language()));
      var use =
          session.voice().equals("guided") ? CarePlan.ModelUse.GUIDED : CarePlan.ModelUse.PHRASING;
      shelves
          .plans()
          .change(id, plan -> plan.limited(all, plan.messagesPerDayMax(), plan.hours(), use));
    }
    return people;
  }

  private static Client speaking(Client client, String language) {
    return new Client(
        client.id(),
        client.name(),
        client.zone(),
        language,
        client.enrolment(),
        client.enrolledAt(),
        client.clinician(),
        client.since(),
        client.synthetic());
  }

  /** A fairly good model; where it may guide and nothing was read, it asks in its own words. */
  private static String answer(Asked asked) {
    String good = Answers.good(asked);
    boolean guided = asked.system().contains("guided discovery inside the waiting step");
    try {
      JsonNode read = new ObjectMapper().readTree(good);
      boolean stays = read.path("next").asText().equals(asked.waiting());
      if (!guided || !stays) return good;
      boolean spanish = asked.system().contains("Spanish");
      return Answers.answer(
          (ObjectNode) read.get("captures"),
          asked.waiting(),
          spanish
              ? "Vamos despacio. ¿Qué ves cuando vuelves a ese momento?"
              : "There is no hurry. What do you see when you go back to that moment?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void talk(Product product, Map<String, SignIn> people) {
    var open = new ArrayList<Future<?>>();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Session session : sessions) {
        SignIn who = people.get(session.client());
        open.add(pool.submit(() -> session.hold(n -> new OnThePage(product.chat(), who), seed)));
      }
      for (int i = 0; i < open.size(); i++) {
        try {
          open.get(i).get();
        } catch (java.util.concurrent.ExecutionException e) {
          throw new IllegalStateException(sessions.get(i).client(), e.getCause());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Result> read(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "eval");
    return sessions.stream()
        .map(session ->
            session.heard(shelves.turns().last(clinic.clientId(session.client()), TURNS_READ)))
        .map(heard -> new Result(heard, Figures.of(heard, protocols)))
        .toList();
  }

  /** A clock that goes on by a second whenever it is looked at. */
  private static final class Steady extends Clock {
    private Instant now = Instant.parse("2030-03-04T09:00:00Z");

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
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

  /** One session, its journal and what was counted of it. */
  record Result(Session.Heard heard, Figures figures) {
    Persona persona() {
      return heard.session().persona();
    }
  }
}
