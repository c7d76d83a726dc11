package io.handrail.web.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where to go on after signing in: a place of our own, never another site. */
final class ReturnPath {
  private static final Pattern OURS =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,299}");

  private ReturnPath() {}

  /** The path itself when it is one of ours, else {@code /}. */
  static String checked(String to) {
    if (to == null || !OURS.matcher(to).matches()) return "/";
    boolean loops =
        to.startsWith("/session") || to.startsWith("/sign-in") || to.startsWith("/sign-out");
    return loops ? "/" : to;
  }

  static String query(String to) {
    String path = checked(to);
    return path.equals("/") ? "" : "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
