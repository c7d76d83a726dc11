package io.handrail.chatbot.model.stub;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Events as an OpenAI-compatible server streams them. */
final class Events {
  private static final String HEAD =
      "data:"
          + " {\"id\":\"stub\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"stub\","
          + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"";
  private static final String TAIL = "\"},\"finish_reason\":null}]}\n\n";

  /** How a stream ends: the reason, the count of tokens, the mark. */
  static final String END =
      "data:"
          + " {\"id\":\"stub\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"stub\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          + "data:"
          + " {\"id\":\"stub\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"stub\",\"choices\":[],\"usage\":{\"prompt_tokens\":1200,\"completion_tokens\":60,\"total_tokens\":1260}}\n\n"
          + "data: [DONE]\n\n";

  private Events() {}

  static String token(String piece) {
    return HEAD + new String(JsonStringEncoder.getInstance().quoteAsString(piece)) + TAIL;
  }
}
