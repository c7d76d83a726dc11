package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.safety.CallLine;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leads from the chat towards a person: talks through what makes it hard to call, offers steps that
 * are smaller than a call, and after each exchange of a hold one way to a person, another than the
 * time before. Nothing here presses, and nothing closes the door. All wording is scripted.
 */
final class TowardsPeople {
  /** Within so many exchanges the same person is not named again. */
  private static final int LATELY = 3;

  private final CrisisNumbers numbers;
  private final SafetyDesk desk;

  TowardsPeople(CrisisNumbers numbers, Shelves shelves) {
    this.numbers = numbers;
    this.desk = new SafetyDesk(shelves);
  }

  /** What the client's own words say makes it hard, if they do. */
  static Optional<Barrier> voiced(Turn opened) {
    return opened.opening() instanceof Opening.Said said
        ? HoldReading.barrier(said.text())
        : Optional.empty();
  }

  /** What is true of it, the next smallest step, and a person to reach. */
  List<Line> through(Barrier barrier, Turn opened, List<Turn> recent, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String key = "barrier." + barrier.key();
    String emergency = numbers.emergency(sitter.region());
    return List.of(
        Line.script(Kind.SAY, scripts.say(key, emergency)),
        Line.script(Kind.TEACH, scripts.say(key + ".step", emergency)),
        Line.script(Kind.SAY, person(opened, recent, sitter)));
  }

  /** Somebody on the client's own plan, or somebody they would choose. */
  private String person(Turn opened, List<Turn> recent, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    Optional<String> own =
        helper(sitter)
            .map(who -> scripts.say("person.own", who))
            .filter(text -> Varied.lastShown(text, lately(recent)) < 0);
    return own.orElseGet(() -> Varied.of(scripts.all("person"), recent, opened.id().seq()));
  }

  private static List<Turn> lately(List<Turn> recent) {
    return recent.subList(Math.max(0, recent.size() - LATELY), recent.size());
  }

  private Optional<String> helper(Sitter sitter) {
    return desk.plan(sitter.client().id()).part(PlanStep.HELPERS).wanted().stream()
        .findFirst()
        .map(line -> CallLine.of(line).words());
  }

  /** A step that is smaller than a call. */
  List<Line> step(SmallStep step, Turn opened, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String clinician = sitter.clinicianOr("hold.nobody");
    String text =
        switch (step) {
          case TEXT ->
              scripts.say(numbers.texts(sitter.region()) ? "toward.text" : "toward.text.none");
          case MESSAGE -> scripts.say("toward.message");
          case PLACE -> scripts.say("toward.place");
          case ASK ->
              scripts.say(opened.flags().isEmpty() ? "toward.ask.again" : "toward.ask", clinician);
        };
    return List.of(Line.script(Kind.TEACH, text));
  }

  /** One way to a person, another than the time before; only what is there is offered. */
  Line lead(Turn opened, List<Turn> recent, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String clinician = sitter.clinicianOr("hold.nobody");
    var ways = new ArrayList<>(scripts.all("lead", clinician));
    if (helper(sitter).isPresent()) ways.add(scripts.say("lead.plan"));
    if (numbers.texts(sitter.region())) ways.add(scripts.say("lead.text"));
    return Line.script(Kind.SAY, Varied.of(ways, recent, opened.id().seq()));
  }

  /** An exercise for the body of this kind, or of another kind than the last one. */
  Line steady(Optional<Steadying> chosen, Turn opened, List<Turn> recent, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    Optional<Steadying> last = chosen.isPresent() ? Optional.empty() : lastSteady(recent, scripts);
    var texts = new ArrayList<String>();
    for (Steadying way : Steadying.values()) {
      boolean fits = chosen.map(way::equals).orElse(last.filter(way::equals).isEmpty());
      if (fits) texts.addAll(scripts.all("steady." + way.key()));
    }
    return Line.script(Kind.TEACH, Varied.of(texts, recent, opened.id().seq()));
  }

  private static Optional<Steadying> lastSteady(List<Turn> recent, Scripts scripts) {
    int latest = -1;
    Optional<Steadying> found = Optional.empty();
    for (Steadying way : Steadying.values()) {
      for (String text : scripts.all("steady." + way.key())) {
        int at = Varied.lastShown(text, recent);
        if (at > latest) {
          latest = at;
          found = Optional.of(way);
        }
      }
    }
    return found;
  }
}
