package io.handrail.chatbot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The synthetic clinic as {@code demo/clinic.yaml} tells it. Days are counted back from the day of
 * the first start, so the clinic is never out of date.
 */
record Lives(House house, List<Person> staff, List<Life> clients) {

  /** The clinic itself. */
  record House(String id, String name, ZoneId zone, String region) {}

  /** A member of staff with a sign-in. */
  record Person(
      String id,
      String name,
      String title,
      String email,
      List<String> roles,
      String user,
      String password) {}

  /**
   * A client with a sign-in and what they did.
   *
   * @param clinician empty for somebody who is not assigned yet
   * @param daysEnrolled days since the enrolment
   * @param measures questionnaires that the clinician asks for every week
   */
  record Life(
      String id,
      String name,
      ZoneId zone,
      String language,
      Optional<String> clinician,
      int daysEnrolled,
      String user,
      String password,
      boolean model,
      Set<String> protocols,
      Set<String> measures,
      List<Sitting> sittings) {}

  /**
   * One sitting: an exercise, or a questionnaire.
   *
   * @param start the exercise; empty for a questionnaire
   * @param measure the questionnaire, with its answers in order; empty for an exercise
   * @param signed the clinician's word on what waits in the safety plan, if they agreed to it
   * @param answers what the client gave each step, in order; {@code [move|label]} for a tap. A step
   *     without one is skipped
   * @param leaveAt the step at which the client went away; empty when they went on to the end
   * @param then what the client wrote afterwards
   * @param decision what the clinician did with the homework of it, if anything
   * @param reviewed whether the clinician has read this far
   */
  record Sitting(
      int daysAgo,
      LocalTime at,
      String start,
      Optional<Measured> measure,
      Map<String, List<String>> answers,
      Optional<String> leaveAt,
      List<String> then,
      Optional<Decision> decision,
      Optional<String> signed,
      boolean reviewed) {}

  /** A questionnaire that was filled in. */
  record Measured(String instrument, List<Integer> values) {}

  /**
   * What became of the homework.
   *
   * @param kind {@code approve} or {@code decline}
   * @param report the client's word on how it went; empty while it is to do
   * @param returned the clinician's word on the report; empty while it waits
   */
  record Decision(
      String kind, String comment, Optional<String> report, Optional<String> returned) {}

  static Lives read() {
    try (InputStream in = Lives.class.getResourceAsStream("/demo/clinic.yaml")) {
      if (in == null) throw new IllegalStateException("demo/clinic.yaml is not on the class path");
      Node root = new Node(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
      return new Lives(
          house(root.node("clinic")),
          root.nodes("staff").stream().map(Lives::person).toList(),
          root.nodes("clients").stream().map(Lives::life).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static House house(Node n) {
    return new House(n.text("id"), n.text("name"), ZoneId.of(n.text("zone")), n.text("region"));
  }

  private static Person person(Node n) {
    return new Person(
        n.text("id"),
        n.text("name"),
        n.text("title"),
        n.text("email"),
        n.texts("roles"),
        n.text("user"),
        n.text("password"));
  }

  private static Life life(Node n) {
    return new Life(
        n.text("id"),
        n.text("name"),
        ZoneId.of(n.text("zone")),
        n.text("language"),
        n.maybe("clinician"),
        Integer.parseInt(n.text("days_enrolled")),
        n.text("user"),
        n.text("password"),
        n.maybe("model").map(Boolean::parseBoolean).orElse(false),
        new LinkedHashSet<>(n.texts("protocols")),
        new LinkedHashSet<>(n.texts("measures")),
        n.nodes("sittings").stream().map(Lives::sitting).toList());
  }

  private static Sitting sitting(Node n) {
    return new Sitting(
        Integer.parseInt(n.text("days_ago")),
        LocalTime.parse(n.text("at")),
        n.maybe("start").orElse(""),
        n.maybe("measure")
            .map(name ->
                new Measured(name, n.texts("values").stream().map(Integer::valueOf).toList())),
        n.child("answers").map(Lives::answers).orElse(Map.of()),
        n.maybe("leave_at"),
        n.texts("then"),
        n.child("homework").map(Lives::decision),
        n.maybe("signed"),
        n.maybe("reviewed").map(Boolean::parseBoolean).orElse(false));
  }

  private static Map<String, List<String>> answers(Node n) {
    var all = new LinkedHashMap<String, List<String>>();
    n.map().forEach((step, value) -> all.put(step, n.texts(step)));
    return all;
  }

  private static Decision decision(Node n) {
    String kind = n.maybe("approve").isPresent() ? "approve" : "decline";
    return new Decision(kind, n.text(kind), n.maybe("report"), n.maybe("returned"));
  }

  /** A mapping of the file; what is missing is said by its name. */
  private record Node(Map<String, Object> map) {
    @SuppressWarnings("unchecked")
    Node(Object raw) {
      this((Map<String, Object>) raw);
    }

    String text(String key) {
      return maybe(key)
          .orElseThrow(() -> new IllegalStateException("demo/clinic.yaml: missing " + key));
    }

    Optional<String> maybe(String key) {
      return Optional.ofNullable(map.get(key)).map(Object::toString);
    }

    List<String> texts(String key) {
      return list(key).stream().map(Object::toString).toList();
    }

    Node node(String key) {
      return new Node(map.get(key));
    }

    Optional<Node> child(String key) {
      return Optional.ofNullable(map.get(key)).map(Node::new);
    }

    List<Node> nodes(String key) {
      return list(key).stream().map(Node::new).toList();
    }

    private List<?> list(String key) {
      Object value = map.get(key);
      if (value == null) return List.of();
      return value instanceof List<?> list ? list : List.of(value);
    }
  }
}
