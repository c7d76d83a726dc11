package io.handrail.portal.steering;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Staff;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.live.Preview;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.PlanDesk;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.steering.SteeringPage.Choice;
import io.handrail.portal.steering.SteeringPage.Pair;
import io.handrail.portal.steering.SteeringPage.Past;
import io.handrail.portal.steering.SteeringPage.Shown;
import io.handrail.portal.steering.SteeringPage.Side;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the steering page together. */
@Singleton
class SteeringView {
  private static final int LOOK_BACK = 80;
  private static final int PAST_MAX = 8;
  private static final int EXCERPT = 160;
  private static final int TELLING_WORDS_MIN = 4;

  private final Shelves shelves;
  private final Frames frames;
  private final PlanDesk plans;
  private final RiskDesk risk;
  private final Protocols protocols;

  SteeringView(Shelves shelves, Frames frames, PlanDesk plans, RiskDesk risk, Protocols protocols) {
    this.shelves = shelves;
    this.frames = frames;
    this.plans = plans;
    this.risk = risk;
    this.protocols = protocols;
  }

  SteeringPage page(
      StaffActor actor,
      Client client,
      SteeringForm form,
      Map<String, String> problems,
      Optional<Preview> preview,
      Notice notice) {
    Frame frame = frames.around(actor);
    Optional<CarePlan> plan = plans.plan(client.id());
    return new SteeringPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        form,
        problems,
        exercises(),
        past(client, form, frame),
        plan.map(CarePlan::notes).orElse(List.of()),
        plan.map(p -> p.modelUse() != CarePlan.ModelUse.OFF).orElse(false),
        preview.map(p -> shown(client, p, frame)),
        plan.map(p -> changed(p, frame)).orElse("Nobody has set a plan yet"),
        notice);
  }

  private String changed(CarePlan plan, Frame frame) {
    String by = plan.changedBy().flatMap(shelves.staff()::get).map(Staff::name).orElse("enrolment");
    return "Plan of version " + plan.version() + ", by " + by + ", " + frame.said(plan.changedAt());
  }

  List<Choice> exercises() {
    return protocols.active().stream()
        .filter(p -> p.shown().kind() == Protocol.Kind.EXERCISE)
        .map(p -> new Choice(p.ref().name(), p.title("en")))
        .toList();
  }

  /**
   * The last messages in words that an exercise answered; those that asked for help are not. A bare
   * "no" or "55" shows little of what steering changes, so it is offered only where nothing else
   * is.
   */
  private List<Past> past(Client client, SteeringForm form, Frame frame) {
    List<Turn> usable =
        shelves.turns().last(client.id(), LOOK_BACK).reversed().stream()
            .filter(SteeringView::usable)
            .toList();
    List<Turn> telling = usable.stream().filter(SteeringView::telling).toList();
    return (telling.isEmpty() ? usable : telling)
        .stream().limit(PAST_MAX).map(turn -> past(turn, form, frame)).toList();
  }

  private static boolean telling(Turn turn) {
    return words(turn).strip().split("\\s+").length >= TELLING_WORDS_MIN;
  }

  private static Past past(Turn turn, SteeringForm form, Frame frame) {
    long seq = turn.id().seq();
    return new Past(seq, frame.said(turn.openedAt()), words(turn), form.turns().contains(seq));
  }

  static boolean usable(Turn turn) {
    return turn.opening() instanceof Opening.Said
        && !turn.open()
        && !turn.screening().level().atLeast(Level.CONCERN)
        && turn.closing().flatMap(c -> c.provenance().protocol()).isPresent();
  }

  private static String words(Turn turn) {
    return turn.opening() instanceof Opening.Said said ? Spoken.excerpt(said.text(), EXCERPT) : "";
  }

  private Shown shown(Client client, Preview preview, Frame frame) {
    List<Pair> pairs =
        preview.answers().orElse(List.of()).stream()
            .flatMap(pair ->
                shelves.turns().get(new TurnId(client.id(), pair.turn())).stream()
                    .map(turn -> pair(turn, pair, frame)))
            .toList();
    return new Shown(preview.answers().isPresent(), pairs);
  }

  private static Pair pair(Turn turn, Preview.Pair pair, Frame frame) {
    var sides = new ArrayList<Side>();
    sides.add(side("Script", pair.scriptBefore(), pair.scriptAfter()));
    if (pair.modelBefore().isPresent() && pair.modelAfter().isPresent()) {
      sides.add(side("Model", pair.modelBefore().get(), pair.modelAfter().get()));
    }
    return new Pair(words(turn), frame.said(turn.openedAt()), sides);
  }

  private static Side side(String who, Preview.Answer before, Preview.Answer after) {
    return new Side(
        who,
        before.text(),
        after.text(),
        switch (after.how()) {
          case "script", "model" -> "";
          case "withheld" -> "The guard refused the model\u2019s draft; the script would speak";
          default -> "No model spoke: " + Spoken.plain(after.how());
        },
        after.findings().stream().map(Spoken::plain).toList(),
        before.text().equals(after.text()));
  }
}
