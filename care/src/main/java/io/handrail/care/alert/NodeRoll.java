package io.handrail.care.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The nodes at work on one store: each signs in again and again, so that one that died is missed,
 * and so that two that are not set up alike are found out.
 */
public record NodeRoll(List<Node> nodes) {
  public static final NodeRoll EMPTY = new NodeRoll(List.of());

  /** The key of the one roll there is. */
  public static final String KEY = "all";

  /** How often a node signs in. */
  public static final Duration EVERY = Duration.ofSeconds(10);

  /** A node that has not signed in for so long is taken for dead. */
  public static final Duration GONE = Duration.ofSeconds(40);

  public NodeRoll {
    nodes = List.copyOf(nodes);
  }

  /**
   * A node.
   *
   * @param name that no other start of the program has
   * @param prints of each thing that must be alike, by its name in plain English; a print shows
   *     whether two are the same and nothing of what they are
   */
  public record Node(String name, Instant seenAt, Map<String, String> prints) {
    public Node {
      prints = Map.copyOf(prints);
    }

    private boolean alive(Instant now) {
      return seenAt.plus(GONE).isAfter(now);
    }
  }

  /** Signed in; the same roll when it is too early to store it again. */
  public NodeRoll with(String name, Instant now, Map<String, String> prints) {
    boolean fresh =
        nodes.stream()
            .filter(node -> node.name().equals(name) && node.prints().equals(prints))
            .anyMatch(node -> node.seenAt().plus(EVERY).isAfter(now));
    if (fresh) return this;
    var all = new ArrayList<>(without(List.of(name)).nodes());
    all.add(new Node(name, now, prints));
    return new NodeRoll(all);
  }

  public NodeRoll without(Collection<String> names) {
    List<Node> rest = nodes.stream().filter(node -> !names.contains(node.name())).toList();
    return rest.size() == nodes.size() ? this : new NodeRoll(rest);
  }

  /** Those that were at work and went without a word. */
  public List<String> gone(Instant now) {
    return nodes.stream().filter(node -> !node.alive(now)).map(Node::name).toList();
  }

  /** What the living nodes do not have alike, in the order of the alphabet. */
  public List<String> differing(Instant now) {
    var first = new TreeMap<String, String>();
    var differing = new java.util.TreeSet<String>();
    for (Node node : nodes) {
      if (!node.alive(now)) continue;
      node.prints()
          .forEach((what, print) -> {
            String before = first.putIfAbsent(what, print);
            if (before != null && !before.equals(print)) differing.add(what);
          });
    }
    return List.copyOf(differing);
  }
}
