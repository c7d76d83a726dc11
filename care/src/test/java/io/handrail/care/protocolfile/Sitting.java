package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.protocol.Sheet;
import io.handrail.care.protocol.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One scripted sitting with a protocol of this repository, as a readable transcript. */
final class Sitting {
  private static ProtocolFolder folder;

  final Protocol protocol;
  final List<Happening> happened = new ArrayList<>();
  final List<Advance> advances = new ArrayList<>();
  private final StringBuilder transcript = new StringBuilder();
  private Advance last;
  private Surroundings around = Surroundings.NOTHING;

  private Sitting(Protocol protocol, Advance first) {
    this.protocol = protocol;
    take(first);
  }

  /** The repository's own protocols folder, from whichever folder the tests run in. */
  static Path home() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }

  static synchronized ProtocolFolder folder() {
    if (folder == null) folder = ProtocolFolder.open(home());
    return folder;
  }

  static Sitting with(String protocol) {
    return with(protocol, "run-1", "en", Carry.NOTHING);
  }

  static Sitting with(String name, String run, String language, Carry carry) {
    Protocol protocol = folder().active(name).orElseThrow();
    return new Sitting(protocol, Engine.begin(protocol, new RunId(run), language, carry))
        .amid(carry.surroundings());
  }

  /** From now on the run is told this before every answer. */
  Sitting amid(Surroundings surroundings) {
    around = surroundings;
    return this;
  }

  Sitting says(String... messages) {
    for (String message : messages) {
      transcript.append("> ").append(message).append('\n');
      take(Engine.advance(protocol, Engine.amid(run(), around), new Answer.Words(message)));
    }
    return this;
  }

  Sitting does(Answer answer) {
    transcript.append("> [").append(answer).append("]\n");
    take(Engine.advance(protocol, Engine.amid(run(), around), answer));
    return this;
  }

  Sitting picks(String... options) {
    return does(new Answer.Picked(List.of(options)));
  }

  private void take(Advance advance) {
    last = advance;
    advances.add(advance);
    happened.addAll(advance.happened());
    for (Advance.Say say : advance.say()) {
      String mark =
          switch (say.kind()) {
            case REFLECT -> "  = ";
            case TEACH, READ -> "  i ";
            case ASK -> "  ? ";
            case CLOSE -> "  . ";
          };
      transcript.append(mark).append(say.text()).append('\n');
    }
  }

  Run run() {
    return last.run();
  }

  Advance last() {
    return last;
  }

  Sheet sheet() {
    return Engine.sheet(protocol, run());
  }

  String step() {
    return run().step();
  }

  List<String> lines(String step) {
    return sheet().rows().stream()
        .filter(r -> r.step().equals(step))
        .findFirst()
        .map(Sheet.Row::lines)
        .orElse(List.of());
  }

  Optional<String> said(Kind kind) {
    return last.say().stream()
        .filter(s -> s.kind() == kind)
        .map(Advance.Say::text)
        .reduce((a, b) -> a + "\n" + b);
  }

  String transcript() {
    return transcript.toString();
  }
}
