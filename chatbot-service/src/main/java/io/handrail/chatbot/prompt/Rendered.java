package io.handrail.chatbot.prompt;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A prompt made ready for one call.
 *
 * @param tokens what both parts take, estimated on the high side
 */
public record Rendered(PromptRef ref, String system, String user, int tokens, Unhide unhide) {

  /** Puts private words, which the prompt holds only as marks, back into an answer. */
  public interface Unhide {
    String text(String text);

    Map<String, Object> captures(Map<String, Object> captures);
  }

  static Unhide by(Masks masks) {
    return new Unhide() {
      @Override
      public String text(String text) {
        return masks.show(text);
      }

      @Override
      public Map<String, Object> captures(Map<String, Object> captures) {
        var out = new LinkedHashMap<String, Object>();
        captures.forEach((field, value) -> out.put(field, masks.showIn(value)));
        return out;
      }
    };
  }

  /** Says nothing of what the client wrote. */
  @Override
  public String toString() {
    return "Rendered[" + ref + ", " + tokens + " tokens]";
  }
}
