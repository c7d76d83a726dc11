package io.handrail.chatbot.screen;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.ContextLines;
import io.handrail.chatbot.words.JsonLines;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./handrail screen}: a clinic tries the screen on its own cases. JSON lines in, {@code
 * {"id","text","lang"?,"context"?,"step"?}}; JSON lines out, {@code
 * {"id","level","signals","micros"}}; with {@code --explain} also the words each signal rests on.
 */
public final class ScreenCommand {
  private ScreenCommand() {}

  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    boolean explain = List.of(args).contains("--explain");
    Screen screen = new SafetyScreen();
    int status = JsonLines.run(System.in, out, System.err, node -> answer(screen, node, explain));
    out.flush();
    if (status != 0) System.exit(status);
  }

  static Map<String, Object> answer(Screen screen, JsonNode node, boolean explain) {
    String text = JsonLines.text(node, "text");
    String language = JsonLines.text(node, "lang", "en");
    Optional<String> asked = Optional.ofNullable(JsonLines.text(node, "step", null));
    List<ContextLine> context = ContextLines.of(node);
    long start = System.nanoTime();
    Level carried = carried(screen, context, language);
    Screening screening =
        screen.screen(new Heard(text, language, context, asked, carried, Optional.empty()));
    long micros = (System.nanoTime() - start) / 1_000;
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", JsonLines.id(node));
    out.put("level", screening.level().max(carriesOn(carried)).name());
    out.put("signals", screening.signals().stream().map(Signal::name).toList());
    out.put("micros", micros);
    if (explain) {
      out.put("language", screening.language());
      out.put("complete", screening.complete());
      out.put("because", screening.signals().stream().map(ScreenCommand::because).toList());
    }
    return out;
  }

  private static Map<String, Object> because(Signal signal) {
    return Map.of("signal", signal.name(), "level", signal.level().name(), "words", signal.words());
  }

  /**
   * In the service the journal knows which level still carries. Here the context alone tells: the
   * highest level that was said earlier.
   */
  private static Level carried(Screen screen, List<ContextLine> context, String language) {
    Level highest = Level.NONE;
    for (int i = 0; i < context.size(); i++) {
      ContextLine line = context.get(i);
      if (line.role() != Role.CLIENT) continue;
      Heard heard =
          new Heard(
              line.text(),
              language,
              context.subList(0, i),
              Optional.empty(),
              Level.NONE,
              Optional.empty());
      highest = highest.max(screen.screen(heard).level());
    }
    return highest;
  }

  /** What was said earlier carries on one level lower. */
  private static Level carriesOn(Level carried) {
    return switch (carried) {
      case CRISIS -> Level.CONCERN;
      case CONCERN -> Level.WATCH;
      case WATCH, NONE -> Level.NONE;
    };
  }
}
