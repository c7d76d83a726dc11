package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Run;
import io.handrail.care.safety.CallLine;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.care.safety.SafetyTalk;
import io.handrail.chatbot.http.ChatParts.Box;
import io.handrail.chatbot.http.ChatParts.Choice;
import io.handrail.chatbot.http.ChatParts.Offer;
import io.handrail.chatbot.turn.Barrier;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.SmallStep;
import io.handrail.chatbot.turn.Steadying;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The box where help comes first: on hold, in a safety conversation, after a tap at help. */
@Singleton
class SupportBox {
  private static final int CALLS_ON_HOLD = 3;
  private static final int CALLS_WHEN_ASKED = 2;
  private static final int LAST_STEP_ALONE = 2;
  private final Shelves shelves;
  private final CrisisTable crisis;
  private final Messages messages;
  private final Tidings tidings;

  SupportBox(Shelves shelves, CrisisTable crisis, Messages messages, Tidings tidings) {
    this.shelves = shelves;
    this.crisis = crisis;
    this.messages = messages;
    this.tidings = tidings;
  }

  /** True after a tap at help that something follows from. */
  static boolean goesOn(Optional<Turn> last) {
    return switch (tapped(last).orElse(null)) {
      case Move.Walk walk -> walk.next().isPresent();
      case Move.Support support -> support != Move.Support.NUMBERS;
      case Move.Hard hard -> true;
      case Move.Steady steady -> true;
      case Move.Toward toward -> true;
      case null, default -> false;
    };
  }

  /**
   * @param mode {@code held}, {@code asked} or {@code taken}
   */
  Box of(String mode, Visit visit, Optional<Turn> last, String typed) {
    Optional<SafetyTalk> talk = last.map(Turn::state).flatMap(State::safety);
    Optional<SafetyQuestion> waiting =
        mode.equals("asked") ? talk.flatMap(SafetyTalk::waiting) : Optional.empty();
    Optional<Offer> offer = waiting.isEmpty() ? offer(visit, last) : Optional.empty();
    Optional<Integer> next =
        walked(last).isPresent()
            ? walked(last).flatMap(Move.Walk::next).map(Move.Walk::step)
            : Optional.of(1);
    return Box.beside(mode, visit, ways(mode, visit, last, offer), typed)
        .supporting(
            next,
            calls(mode, visit, last),
            tidings.of(visit, last),
            waiting.map(q -> replies(visit, q)).orElse(List.of()),
            offer);
  }

  /** Chips besides those that are always there. */
  private List<Choice> ways(String mode, Visit visit, Optional<Turn> last, Optional<Offer> offer) {
    var ways = new ArrayList<Choice>();
    boolean people = !desk().plan(visit.id()).part(PlanStep.HELPERS).wanted().isEmpty();
    if (people && walked(last).filter(walk -> walk.step() <= LAST_STEP_ALONE).isPresent()) {
      int step = PlanStep.HELPERS.ordinal() + 1;
      ways.add(new Choice("plan:" + step, text(visit, "chat.plan.people")));
    }
    boolean offered = offer.filter(o -> o.key().equals("toward")).isPresent();
    if (mode.equals("held") && !offered) ways.add(choice(visit, SmallStep.ASK));
    if (mode.equals("asked") && back(last)) {
      ways.add(new Choice("resume", text(visit, "chat.carryon")));
    }
    return ways;
  }

  /** Whether a tap leads back to the exercise. */
  private static boolean back(Optional<Turn> last) {
    Optional<SafetyTalk> talk = last.map(Turn::state).flatMap(State::safety);
    boolean running = last.map(Turn::state).flatMap(State::run).filter(Run::running).isPresent();
    boolean rests = talk.filter(SafetyTalk::resting).isPresent();
    return talk.flatMap(SafetyTalk::waiting).isEmpty()
        && (walked(last).isPresent() || running && (rests || goesOn(last)));
  }

  /** What a direct safety question can be answered with by a tap. */
  private List<Choice> replies(Visit visit, SafetyQuestion question) {
    return Stream.of(SafetyAnswer.Reply.YES, SafetyAnswer.Reply.NO, SafetyAnswer.Reply.DECLINED)
        .map(reply ->
            new Choice(
                new Move.Safety(question, reply).written(),
                text(visit, "chat.safety." + reply.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** What follows from the last tap, or from what was said to make it hard. */
  private Optional<Offer> offer(Visit visit, Optional<Turn> last) {
    boolean voiced =
        last.filter(turn ->
                turn.opening() instanceof Opening.Said said
                    && Barrier.heard(said.text()).isPresent())
            .isPresent();
    if (voiced) return Optional.of(smaller(visit, Optional.empty()));
    return switch (tapped(last).orElse(null)) {
      case Move.Support support ->
          switch (support) {
            case BARRIERS -> Optional.of(barriers(visit));
            case GROUNDING -> Optional.of(steadying(visit));
            case NUMBERS -> Optional.empty();
          };
      case Move.Steady steady -> Optional.of(steadying(visit));
      case Move.Hard hard -> Optional.of(smaller(visit, Optional.empty()));
      case Move.Toward(SmallStep step) -> Optional.of(smaller(visit, Optional.of(step)));
      case null, default -> Optional.empty();
    };
  }

  private Offer barriers(Visit visit) {
    return new Offer(
        "hard",
        Stream.of(Barrier.values())
            .map(b -> new Choice("hard:" + b.key(), text(visit, "chat.hard." + b.key())))
            .toList());
  }

  private Offer steadying(Visit visit) {
    return new Offer(
        "steady",
        Stream.of(Steadying.values())
            .map(w -> new Choice("steady:" + w.key(), text(visit, "chat.steady." + w.key())))
            .toList());
  }

  private Offer smaller(Visit visit, Optional<SmallStep> taken) {
    return new Offer(
        "toward",
        Stream.of(SmallStep.values())
            .filter(step -> !taken.equals(Optional.of(step)))
            .map(step -> choice(visit, step))
            .toList());
  }

  private Choice choice(Visit visit, SmallStep step) {
    String label =
        messages.text(visit.language(), "chat.toward." + step.key(), visit.therapist().name());
    return new Choice("toward:" + step.key(), label);
  }

  private List<CrisisTable.Number> calls(String mode, Visit visit, Optional<Turn> last) {
    Optional<SmallStep> small =
        tapped(last)
            .flatMap(
                m -> m instanceof Move.Toward(SmallStep s) ? Optional.of(s) : Optional.empty());
    var calls = new ArrayList<>(ownCalls(visit, last));
    if (small.equals(Optional.of(SmallStep.MESSAGE))) calls.addAll(drafts(visit));
    boolean texting = small.equals(Optional.of(SmallStep.TEXT));
    crisis.region(visit.clinic().region(), visit.language()).numbers().stream()
        .sorted(Comparator.comparing(n -> texting && !n.kind().equals("text")))
        .limit(mode.equals("held") ? CALLS_ON_HOLD : CALLS_WHEN_ASKED)
        .forEach(calls::add);
    return calls;
  }

  /** A message in the telephone's own program, to somebody on the plan where they have a number. */
  private List<CrisisTable.Number> drafts(Visit visit) {
    String body = URLEncoder.encode(text(visit, "chat.draft.text"), StandardCharsets.UTF_8);
    String open = text(visit, "chat.draft.open");
    String plain = body.replace("+", "%20");
    var drafts = new ArrayList<CrisisTable.Number>();
    desk().plan(visit.id()).part(PlanStep.HELPERS).wanted().stream()
        .map(CallLine::of)
        .filter(line -> line.call().isPresent())
        .limit(1)
        .forEach(line -> {
          String to = line.call().get().href().replaceFirst("^tel:", "sms:") + "?&body=" + plain;
          String who = messages.text(visit.language(), "chat.draft.to", line.words());
          drafts.add(new CrisisTable.Number(who, "text", to, open, "", false));
        });
    if (drafts.isEmpty()) {
      String any = "sms:?&body=" + plain;
      drafts.add(new CrisisTable.Number(text(visit, "chat.draft"), "text", any, open, "", false));
    }
    return drafts;
  }

  private static Optional<Move> tapped(Optional<Turn> last) {
    return last.filter(turn -> turn.opening() instanceof Opening.Tapped)
        .flatMap(turn -> Move.read(((Opening.Tapped) turn.opening()).move()));
  }

  /** The step of the safety plan that was just walked. */
  private static Optional<Move.Walk> walked(Optional<Turn> last) {
    return tapped(last)
        .flatMap(move -> move instanceof Move.Walk walk ? Optional.of(walk) : Optional.empty());
  }

  /** The client's own numbers at the step that was just walked, each to be called by a tap. */
  private List<CrisisTable.Number> ownCalls(Visit visit, Optional<Turn> last) {
    if (walked(last).isEmpty()) return List.of();
    PlanStep step = PlanStep.values()[walked(last).get().step() - 1];
    return desk().plan(visit.id()).part(step).wanted().stream()
        .map(CallLine::of)
        .flatMap(line -> line.call().stream().map(call -> own(line, call)))
        .toList();
  }

  private static CrisisTable.Number own(CallLine line, CallLine.Call call) {
    return new CrisisTable.Number(line.words(), "call", call.href(), call.label(), "", false);
  }

  private SafetyDesk desk() {
    return new SafetyDesk(shelves);
  }

  private String text(Visit visit, String key) {
    return messages.text(visit.language(), key);
  }
}
