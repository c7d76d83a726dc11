package io.handrail.chatbot.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * prompts/versions: what each published version said, as a digest, so that a version named in a
 * client's log is one text for ever.
 */
record Versions(Map<PromptRef, String> digests) {
  private static final Pattern LINE =
      Pattern.compile("([a-z_]+) (\\d+\\.\\d+\\.\\d+) ([0-9a-f]{64})");

  static Versions read(Optional<String> text, List<String> problems) {
    var digests = new HashMap<PromptRef, String>();
    if (text.isEmpty()) problems.add("prompts/versions is missing");
    int number = 0;
    for (String line : text.orElse("").lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) continue;
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        problems.add("prompts/versions:" + number + ": a line is NAME VERSION SHA-256");
        continue;
      }
      var ref = new PromptRef(matcher.group(1), matcher.group(2));
      if (digests.put(ref, matcher.group(3)) != null) {
        problems.add("prompts/versions:" + number + ": " + ref + " stands twice");
      }
    }
    return new Versions(digests);
  }

  /** Whether a prompt says what its version said when it was published. */
  boolean holds(PromptFile file, List<String> problems) {
    String published = digests.get(file.ref());
    if (file.digest().equals(published)) return true;
    PromptRef ref = file.ref();
    String line = ref.name() + " " + ref.version() + " " + file.digest();
    problems.add(
        published == null
            ? "prompts/versions: "
                + ref
                + " is not published; when its text is final add the line\n"
                + line
            : "prompts/"
                + ref.name()
                + ".ftl or a part of it changed after "
                + ref
                + " was published; raise its version, then add its line to prompts/versions");
    return false;
  }
}
