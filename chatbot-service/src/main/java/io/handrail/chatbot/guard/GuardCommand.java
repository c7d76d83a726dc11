package io.handrail.chatbot.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import io.handrail.care.conversation.Level;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Guard;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.words.ContextLines;
import io.handrail.chatbot.words.JsonLines;
import io.handrail.chatbot.words.JsonLines.BadLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./handrail guard}: a clinic tries the guard on its own cases. JSON lines in, {@code
 * {"id","client","reply","context"?,"lang"?,"level"?,"step"?}}; JSON lines out, {@code
 * {"id","verdict","findings","micros"}}; with {@code --explain} also rules and words.
 */
public final class GuardCommand {
  private static final int WORDS_MAX = 60;
  private static final int WORDS_EXPLAINING_MAX = 90;

  /** A client who asks how something works gets an explanation, which may be longer. */
  private static final Pattern ASKS_WHY =
      Pattern.compile(
          "(?i)^\\W*(why|how (does|do|is|can)|what (is|are|does|do|happens|helps|causes)|does|is"
              + " (it|this|that|anxiety|panic|depression)|can (a|an|anxiety|panic)"
              + "|por qu[eé]|qu[eé] (es|son|significa|pasa|mide|ayuda)|c[oó]mo (funciona|es)).*\\?\\s*$");

  private GuardCommand() {}

  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    boolean explain = List.of(args).contains("--explain");
    Screen screen = new SafetyScreen();
    Guard guard = new RuleGuard();
    int status =
        JsonLines.run(System.in, out, System.err, node -> answer(screen, guard, node, explain));
    out.flush();
    if (status != 0) System.exit(status);
  }

  static Map<String, Object> answer(Screen screen, Guard guard, JsonNode node, boolean explain) {
    String reply = JsonLines.text(node, "reply");
    About about = about(screen, node);
    long start = System.nanoTime();
    List<Finding> findings = guard.whole(reply, about);
    long micros = (System.nanoTime() - start) / 1_000;
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", JsonLines.id(node));
    out.put("verdict", findings.isEmpty() ? "pass" : "block");
    out.put("findings", findings.stream().map(Finding::violation).distinct().toList());
    out.put("micros", micros);
    if (explain) {
      out.put("level", about.level().name());
      out.put("because", findings.stream().map(GuardCommand::because).toList());
    }
    return out;
  }

  /** What a case's reply is about: what the client said, as the screen hears it. */
  static About about(Screen screen, JsonNode node) {
    String client = JsonLines.text(node, "client");
    List<ContextLine> context = ContextLines.of(node);
    String account = JsonLines.text(node, "lang", "en");
    Heard heard =
        new Heard(client, account, context, Optional.empty(), Level.NONE, Optional.empty());
    var screening = screen.screen(heard);
    String language = JsonLines.text(node, "lang", likely(screening.language()));
    Optional<String> step = Optional.of(JsonLines.text(node, "step", "")).filter(t -> !t.isBlank());
    Level level = higher(screening.level(), level(node));
    return new About(client, level, language, context, wordsMax(client), step);
  }

  /** A level that the case itself names; the screen's own may be higher. */
  private static Level level(JsonNode node) {
    String named = JsonLines.text(node, "level", Level.NONE.name()).toUpperCase(Locale.ROOT);
    for (Level level : Level.values()) if (level.name().equals(named)) return level;
    throw new BadLine("level \"" + named + "\" is none of NONE, WATCH, CONCERN, CRISIS");
  }

  private static Level higher(Level one, Level other) {
    return one.atLeast(other) ? one : other;
  }

  private static int wordsMax(String client) {
    return ASKS_WHY.matcher(client).find() ? WORDS_EXPLAINING_MAX : WORDS_MAX;
  }

  private static Map<String, Object> because(Finding finding) {
    return Map.of(
        "violation", finding.violation(), "rule", finding.rule(), "words", finding.words());
  }

  /** Replies are written in English or Spanish; too little to tell is not judged. */
  private static String likely(String language) {
    return switch (language) {
      case "es", "und" -> language;
      default -> "en";
    };
  }
}
