package io.handrail.chatbot.prompt;

import java.util.List;

/** The prompts folder must not be used as it is; each problem names its file, line and mend. */
public final class BadPrompts extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  BadPrompts(List<String> problems) {
    super(String.join("\n", problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
