package io.handrail.chatbot.prompt;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One prompt as it lies in the folder: a head, a part for the system, a part for the user, shared
 * parts put in.
 *
 * @param budgetTokens the most that the fullest rendering may take
 * @param digest SHA-256 of everything the prompt says, shared parts included
 */
record PromptFile(PromptRef ref, int budgetTokens, String system, String user, String digest) {
  private static final Pattern HEAD =
      Pattern.compile(
          "---\\n"
              + "prompt: ([a-z_]+)\\n"
              + "version: (\\d+\\.\\d+\\.\\d+)\\n"
              + "budget_tokens: (\\d{2,5})\\n"
              + "---\\n"
              + "== system ==\\n"
              + "(.*)\\n"
              + "== user ==\\n"
              + "(.*)",
          Pattern.DOTALL);
  private static final Pattern INCLUDE =
      Pattern.compile("<#include \"(shared/[a-z_]+\\.ftl)\">\\n?");

  /**
   * Reads and checks one prompt.
   *
   * @param files the folder: a path such as {@code shared/role.ftl} to its text
   * @param problems gets what is wrong
   */
  static Optional<PromptFile> read(
      String name, Function<String, Optional<String>> files, List<String> problems) {
    String file = name + ".ftl";
    Optional<String> text = files.apply(file).map(PromptFile::unixLines);
    if (text.isEmpty()) {
      problems.add("prompts/" + file + " is missing; prompts/versions names it");
      return Optional.empty();
    }
    Matcher head = HEAD.matcher(text.get());
    if (!head.matches() || !head.group(1).equals(name)) {
      problems.add(
          "prompts/"
              + file
              + ":1: the head must be '---', 'prompt: "
              + name
              + "', 'version: X.Y.Z',"
              + " 'budget_tokens: N', '---', then '== system ==' and '== user =='");
      return Optional.empty();
    }
    var found = new LinkedHashSet<>(TemplateCheck.problems(file, text.get()));
    String system = withParts(head.group(4), file, files, found);
    String user = withParts(head.group(5), file, files, found);
    // A shared part with a problem is named once, though several prompts include it.
    found.stream().filter(p -> !problems.contains(p)).forEach(problems::add);
    if (!found.isEmpty()) return Optional.empty();
    return Optional.of(
        new PromptFile(
            new PromptRef(name, head.group(2)),
            Integer.parseInt(head.group(3)),
            system,
            user,
            digest(system + "\n== user ==\n" + user)));
  }

  private static String withParts(
      String text, String file, Function<String, Optional<String>> files, Set<String> found) {
    String whole =
        INCLUDE
            .matcher(text)
            .replaceAll(include -> {
              String name = include.group(1);
              Optional<String> part = files.apply(name).map(PromptFile::unixLines);
              if (part.isEmpty()) {
                found.add("prompts/" + file + ": prompts/" + name + " is included and missing");
              }
              part.ifPresent(p -> found.addAll(TemplateCheck.problems(name, p)));
              return Matcher.quoteReplacement(part.orElse(""));
            });
    if (whole.contains("<#include")) {
      found.add(
          "prompts/"
              + file
              + ": an include is written <#include \"shared/NAME.ftl\"> and a shared"
              + " part includes nothing itself");
    }
    return whole;
  }

  private static String unixLines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new java.io.IOException(e));
    }
  }
}
