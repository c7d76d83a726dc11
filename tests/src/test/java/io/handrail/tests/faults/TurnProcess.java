package io.handrail.tests.faults;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.mongo.EmbeddedServer;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.review.RiskQueue;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.NoModel;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * A process with the real spine on the embedded store. It recovers, sends again what an earlier
 * process was sent last, tells what is stored about that client, and then takes one turn of a fresh
 * client, in which it may be halted. {@code TurnProcess DATA BEFORE KIND CLIENT HALT}: BEFORE is
 * {@code kind:client} of the earlier one, or {@code -}.
 */
final class TurnProcess {
  private static final String CLINIC = "north";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "situation", "On Tuesday at noon I said hello to two people at work and nobody answered",
          "thoughts", "They do not want me there",
          "balanced", "They were busy and did not see me, and it hurt all the same: 60",
          "moods", "sad 70",
          "moods_now", "sad 40",
          "hot_thought", "They do not want me there");

  private final HaltingStore store;
  private final Shelves shelves;
  private final TurnPipeline spine;
  private int sent;

  private TurnProcess(Shelves real) {
    store = new HaltingStore(real);
    shelves = store.watched();
    var stepping =
        new Stepping(
            shelves,
            ProtocolFolder.open(Product.home().resolve("protocols")),
            new NoModel(),
            new RuleGuard());
    spine =
        new TurnPipeline(
            shelves,
            new SafetyScreen(),
            region -> "999",
            stepping,
            Clock.systemUTC(),
            Duration.ZERO);
  }

  public static void main(String[] words) {
    try (var server = EmbeddedServer.start(Path.of(words[0]), Map.of());
        var shelves = StoredShelves.in(server)) {
      var process = new TurnProcess(shelves);
      process.spine.recover();
      if (!words[1].equals("-")) process.after(words[1]);
      if (!words[2].equals("-")) process.take(words[2], words[3], Integer.parseInt(words[4]));
    }
    say("END");
    System.exit(0);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static ClientId client(String name) {
    return new ClientId(new ClinicId(CLINIC), name);
  }

  /** What is stored once the last message was sent again. */
  private void after(String earlier) {
    String kind = earlier.substring(0, earlier.indexOf(':'));
    String name = earlier.substring(earlier.indexOf(':') + 1);
    ClientId client = client(name);
    spine.take(client, last(kind, name), Watcher.NOBODY);
    for (Turn turn : shelves.turns().between(client, 1, 1000)) tell(turn);
    shelves
        .riskQueues()
        .get(client.clinic())
        .orElse(RiskQueue.EMPTY)
        .of(client)
        .forEach(e -> say("QUEUE " + e.flag()));
    shelves
        .homework()
        .get(client)
        .orElse(HomeworkBook.EMPTY)
        .items()
        .forEach(h -> say("HOMEWORK " + h.id() + " " + h.status()));
    shelves
        .exerciseIndex()
        .get(client)
        .orElse(ExerciseIndex.EMPTY)
        .entries()
        .forEach(e -> say("EXERCISE " + e.run() + " " + e.finished()));
    shelves
        .caseload()
        .get(client)
        .ifPresent(r ->
            say(
                "ROW "
                    + r.summedSeq()
                    + " "
                    + r.openFlags()
                    + " "
                    + r.held()
                    + " "
                    + r.homeworkWaiting()));
  }

  private static void tell(Turn turn) {
    String message = turn.message().map(MessageId::value).orElse("-");
    String state = turn.open() ? "open" : "closed";
    say("TURN " + turn.id().seq() + " " + message + " " + state + " " + turn.flags().size());
    for (int i = 0; i < turn.shown().size(); i++) {
      say("LINE " + turn.id().seq() + "." + i + " " + turn.shown().get(i).text());
    }
  }

  private void take(String kind, String name, int haltBefore) {
    ClientId client = enrol(name);
    lead(kind, client);
    store.arm(haltBefore);
    spine.take(client, last(kind, name), new Telling());
    say("WRITES " + store.writes());
    // After the last write, and before anybody could be told so.
    if (haltBefore > store.writes()) Runtime.getRuntime().halt(9);
  }

  private ClientId enrol(String name) {
    var clinic = new MadeUpClinic(shelves, CLINIC);
    clinic.clinician("therapist");
    return clinic.inCare(name, "therapist", false);
  }

  /** Up to where the turn that matters can be taken. */
  private void lead(String kind, ClientId client) {
    Turn turn = spine.take(client, tap("start:thought_record", client.value()), Watcher.NOBODY);
    if (!kind.equals("finish")) return;
    for (int i = 0; i < 40; i++) {
      String step = turn.state().run().orElseThrow().step();
      if (step.equals("homework_when")) return;
      Arrival next =
          step.equals("homework")
              ? tap("pick:yes", client.value())
              : i < 25 && ANSWERS.containsKey(step)
                  ? words(ANSWERS.get(step), client.value())
                  : tap("skip", client.value());
      turn = spine.take(client, next, Watcher.NOBODY);
    }
    throw new IllegalStateException("the exercise did not come to its homework");
  }

  private Arrival tap(String move, String name) {
    return new Arrival.Tap(id(name), Move.read(move).orElseThrow(), move);
  }

  private Arrival words(String text, String name) {
    return new Arrival.Message(id(name), text);
  }

  private MessageId id(String name) {
    return new MessageId("lead-" + name + "-" + ++sent);
  }

  static String lastId(String name) {
    return "last-message-of-" + name;
  }

  private static Arrival last(String kind, String name) {
    String text =
        switch (kind) {
          case "answer" -> ANSWERS.get("situation");
          case "crisis" -> "I want to kill myself";
          case "finish" -> "Wednesday after dinner";
          default -> throw new IllegalArgumentException(kind);
        };
    return new Arrival.Message(new MessageId(lastId(name)), text);
  }

  /** Tells what the client's device would have been told. */
  private static final class Telling implements Watcher {
    @Override
    public void opened(Turn turn) {
      say("TOLD TURN " + turn.id().seq());
    }

    @Override
    public void shown(Turn turn, int index, Line line) {
      say("TOLD LINE " + turn.id().seq() + "." + index + " " + line.text());
    }

    @Override
    public void closed(Turn turn) {
      say("TOLD CLOSED " + turn.id().seq());
    }
  }
}
