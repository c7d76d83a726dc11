package io.handrail.chatbot.screen;

import com.google.re2j.Pattern;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.turn.Screen;
import java.util.List;

/** Hears explicit words. */
public final class SafetyScreen implements Screen {
  private static final Pattern EXPLICIT =
      Pattern.compile(
          "(?i)\\b(kill(ing)? myself|end(ing)? my life|suicide|matarme|suicid)|want to die|tallest bridge");
  private static final Pattern PASSIVE =
      Pattern.compile("(?i)wouldn't wake up|better off dead|don't want to be here");

  @Override
  public Screening screen(Heard heard) {
    Level level =
        EXPLICIT.matcher(heard.text()).find()
            ? Level.CRISIS
            : PASSIVE.matcher(heard.text()).find() ? Level.CONCERN : Level.NONE;
    return new Screening(
        level,
        level == Level.NONE
            ? List.of()
            : List.of(new Signal("explicit_words", level, heard.text())),
        "en",
        true);
  }
}
