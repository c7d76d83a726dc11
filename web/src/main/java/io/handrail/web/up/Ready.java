package io.handrail.web.up;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said when everything answers. */
record Ready(
    Map<String, String> urls, List<Seed.SignIn> signIns, Optional<String> founding, String log) {

  /** The block for a person. */
  String text() {
    var text = new StringBuilder("\n  Handrail is ready.\n\n");
    urls.forEach((service, url) -> text.append("    %-16s%s%n".formatted(title(service), url)));
    if (!signIns.isEmpty()) {
      text.append("\n  Sign in to the demo clinic. Everyone in it is made up.\n\n");
      int names = width(signIns.stream().map(s -> s.name().length()).toList());
      int users = Math.max(15, width(signIns.stream().map(s -> s.user().length()).toList()));
      String row = "    %-12s%-" + names + "s%-" + users + "s%s%n";
      text.append(row.formatted("", "", "sign-in name", "password"));
      for (Seed.SignIn s : signIns) {
        text.append(row.formatted(s.role(), s.name(), s.user(), s.password()));
      }
    }
    founding.ifPresent(url ->
        text.append("\n  There is no clinic here yet. Whoever opens this first founds it, and is")
            .append(" its administrator:\n\n    ")
            .append(url)
            .append("\n"));
    return text.append("\n  The log is ").append(log).append(". Ctrl-C stops it.\n").toString();
  }

  /** The line for a program. */
  String json(long pid) {
    var line = new StringBuilder("{\"ready\":true");
    line.append(",\"chat\":").append(quoted(urls.get("chatbot")));
    line.append(",\"portal\":").append(quoted(urls.get("portal")));
    line.append(",\"pids\":[").append(pid).append("],\"signins\":[");
    String comma = "";
    for (Seed.SignIn s : signIns) {
      line.append(comma)
          .append("{\"role\":")
          .append(quoted(s.role()))
          .append(",\"name\":")
          .append(quoted(s.name()))
          .append(",\"user\":")
          .append(quoted(s.user()))
          .append(",\"password\":")
          .append(quoted(s.password()))
          .append('}');
      comma = ",";
    }
    return line.append("]}").toString();
  }

  private static String title(String service) {
    return switch (service) {
      case "chatbot" -> "For clients";
      case "portal" -> "For the clinic";
      default -> service;
    };
  }

  private static int width(List<Integer> lengths) {
    return lengths.stream().mapToInt(Integer::intValue).max().orElse(0) + 3;
  }

  private static String quoted(String text) {
    if (text == null) return "null";
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
