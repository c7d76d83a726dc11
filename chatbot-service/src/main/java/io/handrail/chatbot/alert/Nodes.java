package io.handrail.chatbot.alert;

import io.handrail.care.Shelves;
import io.handrail.care.alert.NodeRoll;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** This node among those that work on the same store. */
final class Nodes {
  private static final int PRINT_BYTES = 8;

  private final Shelves shelves;
  private final Clock clock;
  private final String name;
  private volatile Supplier<Map<String, String>> settings = Map::of;
  private volatile NodeRoll roll = NodeRoll.EMPTY;

  Nodes(Shelves shelves, Clock clock, String name) {
    this.shelves = shelves;
    this.clock = clock;
    this.name = name;
  }

  /**
   * @param what must be alike on every node, by its name in plain English; only prints are stored
   */
  void alike(Supplier<Map<String, String>> what) {
    settings = what;
  }

  /**
   * Signs this node in.
   *
   * @param clearing takes those off the roll that went without a word
   * @return whom it took off
   */
  List<String> signIn(boolean clearing) {
    Instant now = clock.instant();
    var prints = new TreeMap<String, String>();
    settings.get().forEach((what, value) -> prints.put(what, print(what, value)));
    roll = change(now, prints);
    List<String> gone = clearing ? roll.gone(now) : List.of();
    if (!gone.isEmpty()) {
      roll =
          shelves.nodeRolls().change(NodeRoll.KEY, NodeRoll.EMPTY, stored -> stored.without(gone));
    }
    return gone;
  }

  private NodeRoll change(Instant now, Map<String, String> prints) {
    return shelves
        .nodeRolls()
        .change(NodeRoll.KEY, NodeRoll.EMPTY, stored -> stored.with(name, now, prints));
  }

  /** In whole sentences without a last stop; empty while all nodes are alike. */
  Optional<String> differing() {
    List<String> what = roll.differing(clock.instant());
    if (what.isEmpty()) return Optional.empty();
    return Optional.of(
        "The programs that share this store are not set up alike ("
            + String.join(", ", what)
            + "), so what people are told depends on which of them tells it. Give all of them the"
            + " same settings and start them again");
  }

  /** At a clean stop. */
  void signOut() {
    shelves
        .nodeRolls()
        .change(NodeRoll.KEY, NodeRoll.EMPTY, stored -> stored.without(List.of(name)));
  }

  /** Shows whether two values are the same, and too little to find out what they are. */
  private static String print(String what, String value) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("alike " + what + "\n" + value).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, PRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
