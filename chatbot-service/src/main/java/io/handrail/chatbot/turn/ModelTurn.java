package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.Turns;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn that a model phrases. The step checks what the model read; each sentence passes the guard
 * and is stored before it is shown; whatever fails, the step's own wording takes over from where
 * the reply stands.
 */
final class ModelTurn {
  private static final int WORDS_MAX = 60;

  private final Phrasing phrasing;
  private final Guard guard;
  private final Turns turns;

  ModelTurn(Phrasing phrasing, Guard guard, Turns turns) {
    this.phrasing = phrasing;
    this.guard = guard;
    this.turns = turns;
  }

  Phrasing phrasing() {
    return phrasing;
  }

  boolean available() {
    return phrasing.available();
  }

  /** What the client said, and to which step. */
  record Said(
      Turn opened, List<Turn> recent, Sitter sitter, Protocol protocol, Run run, String text) {}

  /**
   * @param lines released ones first, then what the script adds
   */
  record Told(Advance advance, List<Line> lines, Outcome outcome, Optional<String> prompt) {}

  Told tell(Said said, Release release) {
    Phrasing.Request request = request(said);
    var hearing = new Listening(said, release, request);
    Result result = phrasing.phrase(request, hearing);
    if (result instanceof Result.Done done) hearing.whole(done.reply());
    Advance advance =
        hearing.advance.orElseGet(
            () -> Engine.advance(said.protocol(), said.run(), new Answer.Words(said.text())));
    if (hearing.asked) {
      List<String> shown = hearing.released.stream().map(Line::text).toList();
      advance = Engine.asked(said.protocol(), said.run(), advance, shown);
    }
    return switch (result) {
      case Result.Done done ->
          new Told(
              advance,
              completed(hearing.released, advance, hearing.asked),
              spoken(done, hearing),
              Optional.of(done.prompt()));
      case Result.Abandoned abandoned ->
          new Told(
              advance,
              completed(hearing.released, advance, hearing.asked),
              hearing.findings.isEmpty()
                  ? new Outcome.Scripted(hearing.reads ? "as_written" : "off_step")
                  : new Outcome.Withheld(
                      abandoned.model(), abandoned.soFar(), named(hearing.findings)),
              Optional.of(abandoned.prompt()));
      case Result.Failed failed ->
          new Told(
              advance,
              completed(hearing.released, advance, hearing.asked),
              new Outcome.Scripted(failed.category()),
              failed.prompt());
    };
  }

  private static Outcome spoken(Result.Done done, Listening hearing) {
    if (!hearing.findings.isEmpty()) {
      return new Outcome.Withheld(done.model(), done.reply(), named(hearing.findings));
    }
    return hearing.released.isEmpty()
        ? new Outcome.Scripted("model_invalid")
        : new Outcome.Replied(done.model());
  }

  private static List<String> named(List<Finding> findings) {
    return findings.stream().map(f -> f.violation() + ": " + f.rule()).toList();
  }

  /** A reply that broke off is finished by the script: at least its one question is asked. */
  private static List<Line> completed(List<Line> released, Advance advance, boolean asked) {
    List<Line> script = Stepping.lines(advance.say());
    if (released.isEmpty()) return script;
    var lines = new ArrayList<>(released);
    boolean ends = !advance.run().running();
    if (asked && !ends) return lines;
    for (int i = 0; i < script.size(); i++) {
      Kind kind = advance.say().get(i).kind();
      if (kind == Kind.ASK || kind == Kind.CLOSE) lines.add(script.get(i));
    }
    return lines;
  }

  private Phrasing.Request request(Said said) {
    return ModelRequest.of(said);
  }

  /**
   * Hears the answer as it streams. The question ends the reply, so it waits for the guard's look
   * at the whole draft; what comes before it is shown at once.
   */
  private final class Listening implements Phrasing.Listener {
    private final Said said;
    private final Release release;
    private final Phrasing.Request request;
    private final About about;
    private final List<Line> released = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Advance> advance = Optional.empty();
    private Optional<Leeway> leeway = Optional.empty();
    private final List<String> held = new ArrayList<>();
    private final boolean wholeOnly;
    private final SaidBefore before;
    private boolean asked;
    private boolean reads;

    Listening(Said said, Release release, Phrasing.Request request) {
      this.said = said;
      this.release = release;
      this.request = request;
      this.about =
          new About(
              said.text(),
              said.opened().screening().level(),
              said.sitter().client().language(),
              Hearing.context(said.recent()),
              WORDS_MAX);
      this.wholeOnly = guard.wholeOnly(about);
      this.before = SaidBefore.of(said.opened(), said.recent(), turns);
    }

    @Override
    public boolean captured(Map<String, Object> captures, String next) {
      Advance taken =
          Engine.advance(said.protocol(), said.run(), new Answer.Read(said.text(), captures));
      advance = Optional.of(taken);
      leeway = Optional.of(Leeway.of(request.use(), said.protocol(), said.run(), taken, request));
      // What the file wants read goes before the question, and a model was not told of it.
      reads = taken.say().stream().anyMatch(say -> say.kind() == Kind.READ);
      if (reads) return false;
      // The reply was written for the step the model expects. Where the file goes elsewhere, or
      // the run ends, the script speaks.
      return taken.run().running() && taken.run().step().equals(next);
    }

    @Override
    public boolean sentence(String sentence) {
      if (leeway.isEmpty()) return false;
      findings.addAll(guard.sentence(sentence, sentences, about));
      findings.addAll(leeway.get().sentence(sentence, sentences));
      if (before.has(sentence)) findings.add(new Finding("Repetition", "said_before", ""));
      said.sitter()
          .context()
          .avoidedIn(sentence)
          .ifPresent(word -> findings.add(new Finding("Context", "avoided_word", word)));
      if (!findings.isEmpty()) return false;
      sentences.add(sentence);
      String sofar = String.join(" ", sentences);
      if (wholeOnly || !held.isEmpty() || waits(sentence) || guard.waits(sofar, about)) {
        held.add(sentence.strip());
      } else {
        show(Line.Kind.SAY, sentence);
      }
      return true;
    }

    /** The question ends a reply; an announcement would hang in the air if nothing came after. */
    private static boolean waits(String sentence) {
      return sentence.contains("?") || sentence.strip().endsWith(":");
    }

    /** The whole draft is there: what was held is shown if the guard has nothing against it. */
    void whole(String reply) {
      if (findings.isEmpty() && !sentences.isEmpty()) findings.addAll(guard.whole(reply, about));
      if (!findings.isEmpty() || held.isEmpty()) return;
      String rest = String.join(" ", held);
      asked = rest.contains("?");
      show(asked ? Line.Kind.ASK : Line.Kind.SAY, rest);
    }

    private void show(Line.Kind kind, String sentence) {
      Line line = new Line(Speaker.PROGRAM, kind, sentence.strip(), "");
      release.line(line);
      released.add(line);
    }
  }
}
