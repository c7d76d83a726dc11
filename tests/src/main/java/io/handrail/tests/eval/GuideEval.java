package io.handrail.tests.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.ModelPhrasing;
import io.handrail.chatbot.model.ModelSettings;
import io.handrail.chatbot.model.stub.Answers;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.prompt.Prompts;
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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
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
      var start = Product.Start.on(data).with("--empty").environment(environment(model));
      try (Product product = Product.start(start)) {
        talk(product, people);
        product.stop();
      }
    }
    return MadeUpClinic.in(data, this::read);
  }

  /**
   * Holds the sessions at the spine itself, on memory, one after the other and without pages: the
   * same conversations in a fraction of the time, and the same again each time.
   */
  List<Result> quick() {
    Shelves shelves = StoredShelves.inMemory();
    enrol(shelves);
    var clinic = new MadeUpClinic(shelves, "eval");
    try (StubModel model = StubModel.start().answer(GuideEval::answer)) {
      var phrasing =
          ModelPhrasing.from(
              ModelSettings.read(environment(model)).orElseThrow(),
              Prompts.in(Product.home().resolve("prompts")),
              Clock.systemUTC());
      var stepping = new Stepping(shelves, protocols, phrasing, new RuleGuard());
      var spine =
          new TurnPipeline(
              shelves, new SafetyScreen(), region -> "999", stepping, steady(), Duration.ZERO);
      try {
        for (Session session : sessions) {
          ClientId client = clinic.clientId(session.client());
          session.hold(n -> new AtTheSpine(spine, protocols, client, "" + n), seed);
        }
      } finally {
        phrasing.close();
      }
    }
    return read(shelves);
  }

  private static Map<String, String> environment(StubModel model) {
    return Map.of(
        "HANDRAIL_MODEL_URL", model.url().toString(),
        "HANDRAIL_MODEL_NAME", "stub",
        "HANDRAIL_MODEL_TOKENS_PER_DAY", "2000000000");
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

  private static final List<String> OWN =
      List.of(
          "What do you see when you go back to that moment?",
          "What comes to mind first?",
          "Which part of it stays with you?",
          "How would somebody have seen it from outside?",
          "What was different a minute before?",
          "What would you tell me first about it?");
  private static final List<String> OWN_SPANISH =
      List.of(
          "¿Qué ves cuando vuelves a ese momento?",
          "¿Qué te viene primero a la mente?",
          "¿Qué parte se queda contigo?",
          "¿Cómo lo habría visto alguien desde fuera?",
          "¿Qué era distinto un minuto antes?",
          "¿Qué contarías primero de eso?");

  /**
   * A fairly good model of few words: it asks what the script would ask. Where it may guide and
   * nothing was read, it asks a question of its own, and not one that it asked a moment ago.
   */
  private static String answer(Asked asked) {
    String good = Answers.good(asked);
    boolean guided = asked.system().contains("guided discovery inside the waiting step");
    try {
      JsonNode read = new ObjectMapper().readTree(good);
      var captures = (ObjectNode) read.get("captures");
      String next = read.path("next").asText();
      if (guided && next.equals(asked.waiting())) {
        List<String> own = asked.system().contains("Spanish") ? OWN_SPANISH : OWN;
        for (String question : own) {
          if (!asked.user().contains(question)) return Answers.answer(captures, next, question);
        }
      }
      String reply = read.path("reply").asText();
      String question = reply.substring(reply.indexOf(". ") + 1).strip();
      return question.isEmpty() ? good : Answers.answer(captures, next, question);
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

  /** A second passes between one look at it and the next, so that two runs tell the same times. */
  private static Clock steady() {
    var last = new AtomicReference<>(Instant.parse("2030-03-04T09:00:00Z"));
    InstantSource seconds = () -> last.updateAndGet(now -> now.plusSeconds(1));
    return seconds.withZone(ZoneOffset.UTC);
  }

  /** One session, its journal and what was counted of it. */
  record Result(Session.Heard heard, Figures figures) {
    Persona persona() {
      return heard.session().persona();
    }
  }
}
