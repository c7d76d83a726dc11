package io.handrail.chatbot.guard;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.handrail.chatbot.turn.Guard.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be told from the letters alone: links, markup, addresses, numbers. */
final class Surface {
  private record Rule(String violation, String name, Pattern pattern) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "Markup",
              "link",
              "(?i)(https?://|www\\.|\\bhttps?:|\\b[a-z0-9-]+\\.(com|org|net|io|example|co\\.uk|info|app|gov|edu|de|es)\\b(/\\S*)?)"),
          rule("Markup", "markdown_link", "!?\\[[^\\]]*\\]\\([^)]*\\)"),
          rule("Markup", "html", "(?i)</?[a-z][^>]{0,200}>|&(lt|gt|amp|#[0-9]+);|javascript:"),
          rule(
              "Markup",
              "markdown",
              "(\\*[^*\\s][^*]*\\*|__[^_]+__|`[^`]+`|(?m)^\\s*#{1,6}\\s|(?m)^\\s*[-*•]\\s+\\S|(?m)^\\s*[0-9]+[.)]\\s+\\S|\\|.+\\|.+\\|)"),
          rule("Markup", "json", "^\\s*[{\\[]\\s*[\"{\\[]"),
          rule(
              "Markup",
              "spelled_link",
              "(?i)\\b[a-z0-9-]{2,} (dot|punto) (com|org|net|io|example|app|info|es)\\b"),
          rule("Markup", "template", "(\\{\\{|\\}\\}|\\$\\{|<%|%>)"),
          rule(
              "Contact",
              "email",
              "(?i)[a-z0-9._%+-]+\\s?(@|\\(at\\)|\\[at\\])\\s?[a-z0-9.-]+\\s?(\\.|\\(dot\\)|\\[dot\\])\\s?[a-z]{2,}"),
          rule("Contact", "handle", "(?i)(^|\\s)@[a-z0-9_.]{3,}"),
          rule(
              "Contact",
              "messenger",
              "(?i)\\b(whatsapp|telegram|snapchat|instagram|facebook|discord|skype|signal me|zoom me|tiktok|messenger|my (phone )?number|call me|text me|dm me|email me|write me at|meet me|llámame|mi número|mi correo|escríbeme a)\\b"));

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ().\\-–/]{5,}[0-9]");

  private Surface() {}

  private static Rule rule(String violation, String name, String regex) {
    return new Rule(violation, name, Pattern.compile(regex));
  }

  /**
   * @param numbers digits of the numbers that the clinic's table holds
   */
  static List<Finding> of(String text, Set<String> numbers) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern.matcher(text);
      if (matcher.find()) findings.add(new Finding(rule.violation, rule.name, matcher.group()));
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      String digits = number.group().replaceAll("[^0-9]", "");
      if (digits.length() >= 6 && !numbers.contains(digits)) {
        findings.add(new Finding("Contact", "number", number.group()));
      }
    }
    return findings;
  }
}
