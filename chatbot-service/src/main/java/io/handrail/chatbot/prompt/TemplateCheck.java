package io.handrail.chatbot.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a template before Freemarker does and allows only what prompts need: known variables, if,
 * list and include, and one test. Rendering a sample would miss what stands in a branch not taken.
 */
final class TemplateCheck {
  private static final Pattern DIRECTIVE = Pattern.compile("</?#([a-zA-Z]*)([^>]*)>");
  private static final Pattern VALUE = Pattern.compile("\\$\\{([^}]*)\\}");
  private static final Pattern LOOP =
      Pattern.compile("\\s*([a-z]\\w*(?:\\.[a-z]\\w*)?)\\s+as\\s+([a-z]\\w*)\\s*/?");
  private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*(\\w*)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?:\\s*\\.\\s*\\w+)*");
  private static final Pattern OTHER = Pattern.compile("</?@|#\\{|\\[=|<#--");
  private static final Set<String> DIRECTIVES = Set.of("if", "elseif", "else", "list", "include");
  private static final Set<String> BUILT_INS = Set.of("has_content");

  private final String file;
  private final String text;
  private final Map<String, String> loops = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private TemplateCheck(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Problems of one file, each naming its line; empty lets it pass. */
  static List<String> problems(String file, String text) {
    var check = new TemplateCheck(file, text);
    check.directives();
    Matcher value = VALUE.matcher(text);
    while (value.find()) check.expression(value.group(1), value.start());
    Matcher other = OTHER.matcher(text);
    while (other.find()) {
      check.problem(other.start(), "'" + other.group() + "' is not used in prompts; take it out");
    }
    return check.problems;
  }

  private void directives() {
    Matcher found = DIRECTIVE.matcher(text);
    while (found.find()) {
      String name = found.group(1);
      if (found.group().startsWith("<#--")) continue;
      if (!DIRECTIVES.contains(name)) {
        problem(found.start(), "<#" + name + "> is not allowed; prompts use if, list and include");
      } else if (found.group().startsWith("<#") && name.equals("list")) {
        loop(found.group(2), found.start());
      } else if (found.group().startsWith("<#") && name.endsWith("if")) {
        expression(found.group(2), found.start());
      }
    }
  }

  private void loop(String words, int at) {
    Matcher loop = LOOP.matcher(words);
    if (!loop.matches() || !Variables.isList(loop.group(1))) {
      problem(at, "a loop is written <#list NAME as one>, with NAME one of " + lists());
    } else {
      loops.put(loop.group(2), loop.group(1));
    }
  }

  private void expression(String expression, int at) {
    String rest = expression;
    Matcher builtIn = BUILT_IN.matcher(expression);
    while (builtIn.find()) {
      if (!BUILT_INS.contains(builtIn.group(1))) {
        problem(at, "'?" + builtIn.group(1) + "' is not allowed; only ?has_content is");
      }
    }
    rest = BUILT_IN.matcher(rest).replaceAll(" ").strip();
    if (rest.startsWith("!")) rest = rest.substring(1).strip();
    if (!NAME.matcher(rest).matches()) {
      problem(
          at, "'" + expression.strip() + "' is more than one variable; keep logic out of prompts");
      return;
    }
    List<String> path = List.of(rest.split("\\s*\\.\\s*"));
    if (!Variables.known(path, loops)) {
      problem(at, "unknown variable '" + rest + "'; prompts/README.md lists the known ones");
    }
  }

  private static String lists() {
    return String.join(", ", Variables.LISTS.keySet().stream().sorted().toList());
  }

  private void problem(int at, String what) {
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    problems.add("prompts/" + file + ":" + line + ": " + what);
  }
}
