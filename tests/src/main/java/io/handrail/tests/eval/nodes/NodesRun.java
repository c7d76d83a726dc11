package io.handrail.tests.eval.nodes;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.EmbeddedServer;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.SignIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Programs on one store, as a clinic with more than one machine has them, with a mail server and a
 * webhook's receiver; clients write, programs are killed, a person answers now and then. Afterwards
 * all is quiet, and what is stored and what arrived is held against what was said.
 */
public final class NodesRun {
  static final String CLINIC = "north";
  static final String THERAPIST = "therapist";
  private static final int WRITERS = 5;
  private static final Duration PASSING_BY = Duration.ofSeconds(5);
  private static final Duration QUIET_MOST = Duration.ofSeconds(200);
  private static final int BETWEEN_KILLS_MS = 9_000;
  private static final int ANSWERS_ONE_IN = 3;

  private final Duration length;
  private final int programs;
  private final long seed;
  private final Random random;
  private final Letters letters = new Letters();
  private final Set<String> answered = new HashSet<>();

  /**
   * @param length how long clients write and programs die; starting and the quiet after it apart
   * @param programs at least two
   */
  public NodesRun(Duration length, int programs, long seed) {
    this.length = length;
    this.programs = programs;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** What came of it. */
  public Outcome run(Path folder) {
    String key =
        Base64.getEncoder()
            .encodeToString("thirty-two bytes for one evening".getBytes(StandardCharsets.US_ASCII));
    Map<String, String> environment = new HashMap<>(Map.of("HANDRAIL_KEK", key));
    long began = System.nanoTime();
    try (var server = EmbeddedServer.start(folder.resolve("store"), environment);
        var shelves = StoredShelves.in(server);
        var mail = new MailSink(letters::take);
        var hook = new HookSink(letters::take)) {
      List<SignIn> people = enrol(shelves);
      environment.putAll(
          Map.of(
              "HANDRAIL_MONGODB_URI",
              server.uri(),
              "HANDRAIL_JWT_SECRET",
              "one secret that all of the programs know",
              "HANDRAIL_SMTP_URL",
              mail.url(),
              "HANDRAIL_MAIL_FROM",
              "Handrail <alerts@clinic.example>",
              "HANDRAIL_ALERT_WEBHOOK_URL",
              hook.url(),
              "HANDRAIL_ALERT_WEBHOOK_SECRET",
              HookSink.SECRET));
      try (var nodes = new Programs(folder, programs, environment, shelves)) {
        var crowd = new Crowd(nodes.chats());
        for (int i = 0; i < WRITERS; i++) crowd.stays(people.get(i), seed + i);
        crowd.passBy(people.subList(WRITERS, people.size()), PASSING_BY, seed);
        killAgainAndAgain(nodes, shelves);
        crowd.leave();
        nodes.settle();
        var held = new Held(shelves, letters, Set.copyOf(answered), crowd);
        Duration quiet = quiet(held);
        return Outcome.of(
            seed, seconds(began), quiet, nodes, letters, held, Alerts.of(nodes.folderOfOne()));
      }
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private List<SignIn> enrol(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, CLINIC);
    for (String name : List.of(THERAPIST, "cover", "oncall")) {
      clinic.staff(name, Role.CLINICIAN);
      StaffId id = clinic.staffId(name);
      shelves
          .staff()
          .change(
              id,
              s -> new Staff(s.id(), s.name(), s.title(), address(name), s.roles(), s.caseload()));
    }
    var rota =
        new Rota(
            List.of(clinic.staffId("cover")),
            List.of(clinic.staffId("oncall")),
            Duration.ofHours(1),
            Duration.ofHours(4));
    shelves.clinics().change(new ClinicId(CLINIC), c -> c.withRota(rota));
    List<SignIn> all = new ArrayList<>();
    long passing = length.dividedBy(PASSING_BY.dividedBy(2));
    for (int i = 0; i < WRITERS + passing; i++) {
      all.add(clinic.client("client-" + i, THERAPIST, false));
    }
    return all;
  }

  static String address(String name) {
    return name + "@clinic.example";
  }

  /** Half of the kills wait for a letter to arrive, and fall before its sender knows of it. */
  private void killAgainAndAgain(Programs nodes, Shelves shelves) {
    Instant until = Instant.now().plus(length);
    while (Instant.now().isBefore(until)) {
      Programs.sleep(BETWEEN_KILLS_MS / 2 + random.nextInt(BETWEEN_KILLS_MS));
      if (random.nextInt(ANSWERS_ONE_IN) == 0) answer(shelves);
      if (!nodes.spare()) continue;
      long draw = random.nextLong();
      if (random.nextBoolean()) {
        letters.ambush(() -> nodes.kill(new Random(draw), true));
        Programs.sleep(BETWEEN_KILLS_MS);
        if (letters.callOff()) nodes.kill(new Random(draw), true);
      } else {
        nodes.kill(new Random(draw), random.nextBoolean());
      }
    }
  }

  /** A person answers one of the open flags. */
  private void answer(Shelves shelves) {
    var desk = new RiskDesk(shelves);
    List<RiskQueue.Entry> open = desk.open(new ClinicId(CLINIC));
    if (open.isEmpty()) return;
    RiskQueue.Entry one = open.get(random.nextInt(open.size()));
    var who = new StaffId(new ClinicId(CLINIC), THERAPIST);
    answered.add(one.flag());
    var unused =
        desk.acknowledge(
            one.client(),
            one.flag(),
            new RiskItem.Acknowledgement(who, "Therapist", Instant.now(), "Called"));
  }

  /** Nobody writes and nobody dies; how long it takes until nothing is left to do. */
  private static Duration quiet(Held held) {
    Instant began = Instant.now();
    while (!held.settled() && Instant.now().isBefore(began.plus(QUIET_MOST))) Programs.sleep(1000);
    return Duration.between(began, Instant.now());
  }
}
