package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard;
import java.util.List;

/** Refuses markup and links. */
public final class RuleGuard implements Guard {
  @Override
  public List<Finding> sentence(String sentence, List<String> before, About about) {
    return sentence.contains("<") || sentence.contains("http")
        ? List.of(new Finding("Markup", "markup", ""))
        : List.of();
  }

  @Override
  public List<Finding> whole(String reply, About about) {
    return sentence(reply, List.of(), about);
  }
}
