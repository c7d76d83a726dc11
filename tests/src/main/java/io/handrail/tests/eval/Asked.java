package io.handrail.tests.eval;

import io.handrail.tests.stage.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person sees on the page after a turn.
 *
 * @param mode of the box: {@code answer}, {@code asked}, {@code held} or {@code free}
 * @param step the name of the step that asks, as the page carries it
 * @param shape how it can be answered: {@code text}, {@code number}, {@code one_of}, {@code
 *     some_of}
 * @param lines what the program said
 */
record Asked(
    String mode,
    String step,
    String shape,
    List<Option> options,
    int min,
    int max,
    List<String> lines) {
  private static final Pattern OPTION =
      Pattern.compile(
          "(?:name=\"move\" value=\"pick:([^\"]+)\"|name=\"option\" value=\"([^\"]+)\")"
              + " data-label=\"([^\"]*)\"");
  private static final Pattern NUMBER =
      Pattern.compile("id=\"number\"[^>]*min=\"(-?\\d+)\" max=\"(\\d+)\"");

  /** Something to tap. */
  record Option(String id, String label) {}

  static Asked of(Device.Reply reply) {
    String box =
        reply.events().stream()
            .filter(e -> e.name().equals("closed"))
            .map(e -> e.value("box"))
            .findFirst()
            .orElse("");
    var options = new ArrayList<Option>();
    Matcher option = OPTION.matcher(box);
    while (option.find()) {
      String id = option.group(1) == null ? option.group(2) : option.group(1);
      options.add(new Option(id, plain(option.group(3))));
    }
    Matcher number = NUMBER.matcher(box);
    boolean found = number.find();
    return new Asked(
        attribute(box, "mode"),
        attribute(box, "step"),
        attribute(box, "shape"),
        options,
        found ? Integer.parseInt(number.group(1)) : 0,
        found ? Integer.parseInt(number.group(2)) : 0,
        reply.lines());
  }

  private static String attribute(String box, String name) {
    Matcher m = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(box);
    return m.find() ? m.group(1) : "";
  }

  private static String plain(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** The last thing that was said: the question. */
  String question() {
    return lines.isEmpty() ? "" : lines.getLast();
  }

  boolean offers(String id) {
    return options.stream().anyMatch(o -> o.id().equals(id));
  }

  boolean waits() {
    return mode.equals("answer");
  }
}
