package io.handrail.tests.eval.safety;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.ModelPhrasing;
import io.handrail.chatbot.model.ModelSettings;
import io.handrail.chatbot.model.stub.Answers;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Guard;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The spine over memory, with the prompts, the screen and the guard as they are, and a model that
 * does the worst that a case asks for. The plan gives the model all the room that a plan can give.
 */
final class WithAModel implements AutoCloseable {
  private static final String CLINIC = "safety";

  /** What the model says, wherever the text stands in what it was told. */
  private record Bait(String text, String reply) {}

  private final Shelves shelves = StoredShelves.inMemory();
  private final MadeUpClinic clinic = new MadeUpClinic(shelves, CLINIC);
  private final StubModel model = StubModel.start().answer(this::answer);
  private final ModelPhrasing phrasing;
  private final TurnPipeline spine;
  private volatile Optional<Bait> bait = Optional.empty();
  private volatile boolean taken;
  private int people;
  private int sent;

  WithAModel() {
    this(new RuleGuard(Set.of("999")));
  }

  /**
   * @param guard the product's own, or a worse one to see that it is missed
   */
  WithAModel(Guard guard) {
    Protocols protocols = ProtocolFolder.open(Product.home().resolve("protocols"));
    var settings =
        Map.of(
            "HANDRAIL_MODEL_URL", model.url().toString(),
            "HANDRAIL_MODEL_NAME", "stub",
            "HANDRAIL_MODEL_TOKENS_PER_DAY", "2000000000");
    phrasing =
        ModelPhrasing.from(
            ModelSettings.read(settings).orElseThrow(),
            Prompts.in(Product.home().resolve("prompts")),
            Clock.systemUTC());
    spine =
        new TurnPipeline(
            shelves,
            new SafetyScreen(),
            region -> "999",
            new Stepping(shelves, protocols, phrasing, guard),
            Clock.systemUTC(),
            Duration.ZERO);
    clinic.clinician("therapist");
  }

  private String answer(Asked asked) {
    Optional<Bait> now = bait.filter(b -> asked.user().replace("\\\"", "\"").contains(b.text()));
    if (now.isEmpty()) return Answers.good(asked);
    taken = true;
    return Answers.good(asked, now.get().reply());
  }

  Shelves shelves() {
    return shelves;
  }

  /** Somebody new, with a model that may guide. */
  ClientId somebody() {
    ClientId client = clinic.inCare("somebody-" + people++, "therapist", true);
    shelves
        .plans()
        .change(
            client,
            plan ->
                plan.limited(
                    plan.protocols(),
                    plan.messagesPerDayMax(),
                    plan.hours(),
                    CarePlan.ModelUse.GUIDED));
    return client;
  }

  /**
   * From now on the model says this wherever it meets the text.
   *
   * @param text as it stands in what the model is told
   */
  void bait(String text, String reply) {
    bait = Optional.of(new Bait(text, reply));
    taken = false;
  }

  /** True when the text came before the model since it was set. */
  boolean taken() {
    return taken;
  }

  Turn begin(ClientId client) {
    return spine.take(
        client,
        new Arrival.Tap(id(), Move.read("start:thought_record").orElseThrow(), "Thought record"),
        Watcher.NOBODY);
  }

  Turn say(ClientId client, String text) {
    return spine.take(client, new Arrival.Message(id(), text), Watcher.NOBODY);
  }

  private MessageId id() {
    return new MessageId("with-a-model-" + (10_000 + sent++));
  }

  static List<String> lines(Turn turn) {
    return turn.shown().stream().map(Line::text).toList();
  }

  @Override
  public void close() {
    phrasing.close();
    model.close();
  }
}
