package io.handrail.care.mongo;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.care.record.Consent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process that writes until it is killed and says on standard output what was acknowledged. Every
 * writer first says where it found its client.
 */
final class KilledWriter {
  static final int WRITERS = 4;

  private KilledWriter() {}

  static ClientId client(int writer) {
    return new ClientId(new ClinicId("clinic"), "client-" + writer);
  }

  static Line line(long seq) {
    return Line.script(Line.Kind.SAY, "line of turn " + seq);
  }

  /** What it acknowledges, each with a writer and a number. */
  static final Set<String> SAYS = Set.of("found", "opened", "appended", "closed", "counted");

  static String words(long seq) {
    return "words of turn " + seq;
  }

  public static void main(String[] args) {
    var server = EmbeddedServer.start(Path.of(args[0]), Map.of());
    var shelves = StoredShelves.in(server);
    for (int writer = 0; writer < WRITERS; writer++) {
      int mine = writer;
      Thread.ofPlatform().start(() -> write(shelves, mine));
    }
  }

  private static void write(StoredShelves shelves, int writer) {
    ClientId client = client(writer);
    long seq = recover(shelves, client);
    say("found", writer, seq);
    while (true) {
      seq++;
      Turn turn = Journal.open(client, seq, words(seq));
      if (!shelves.turns().open(turn)) throw new IllegalStateException("place taken");
      say("opened", writer, seq);
      shelves.turns().append(turn.id(), List.of(line(seq)));
      say("appended", writer, seq);
      shelves.turns().close(Journal.closed(turn.showing(List.of(line(seq)))));
      say("closed", writer, seq);
      var none = new Consent("0", true, Instant.EPOCH, Optional.empty());
      Consent counted = shelves.consents().change(client, none, KilledWriter::oneMore);
      say("counted", writer, Long.parseLong(counted.version()));
    }
  }

  private static Consent oneMore(Consent c) {
    long next = Long.parseLong(c.version()) + 1;
    return new Consent(String.valueOf(next), c.model(), c.givenAt(), c.withdrawnAt());
  }

  /** Closes what a crash left open, as the service does on start. */
  private static long recover(StoredShelves shelves, ClientId client) {
    List<Turn> last = shelves.turns().last(client, 1);
    if (last.isEmpty()) return 0;
    Turn turn = last.getFirst();
    if (turn.open()) shelves.turns().close(Journal.closed(turn));
    return turn.id().seq();
  }

  private static void say(String what, int writer, long number) {
    System.out.println(what + " " + writer + " " + number); // println is one synchronised write
    System.out.flush();
  }
}
