package io.handrail.tests.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one line of JSON that {@code ./handrail up --json} prints. */
record ReadyLine(String chat, String portal, long pid, List<SignIn> signIns) {
  private static final Pattern SIGN_IN = Pattern.compile("\\{[^{}]*\"role\"[^{}]*}");
  private static final Pattern PID = Pattern.compile("\"pids\":\\[(\\d+)");

  /** Empty when the line is another one. */
  static Optional<ReadyLine> read(String line) {
    if (!line.startsWith("{\"ready\":true")) return Optional.empty();
    List<SignIn> all = new ArrayList<>();
    Matcher found = SIGN_IN.matcher(line);
    while (found.find()) {
      String one = found.group();
      all.add(
          new SignIn(
              field(one, "role"), field(one, "name"), field(one, "user"), field(one, "password")));
    }
    Matcher pid = PID.matcher(line);
    if (!pid.find()) throw new IllegalStateException("the ready line names no process");
    return Optional.of(
        new ReadyLine(
            field(line, "chat"), field(line, "portal"), Long.parseLong(pid.group(1)), all));
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return found.find() ? found.group(1).replace("\\\"", "\"").replace("\\\\", "\\") : "";
  }
}
