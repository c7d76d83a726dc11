package io.handrail.chatbot.words;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.JsonLines.BadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a conversation as the commands take them. */
public final class ContextLines {
  private ContextLines() {}

  /** Reads {@code "context":[{"role","text"}]}; empty when missing. */
  public static List<ContextLine> of(JsonNode node) {
    JsonNode context = node.get("context");
    if (context == null || context.isNull()) return List.of();
    if (!context.isArray()) throw new BadLine("\"context\" must be a list");
    List<ContextLine> lines = new ArrayList<>();
    for (JsonNode line : context) {
      if (!line.isObject()) throw new BadLine("\"context\" must hold objects with role and text");
      Role role = role(JsonLines.text(line, "role"));
      lines.add(new ContextLine(role, JsonLines.text(line, "text")));
    }
    return lines;
  }

  private static Role role(String role) {
    return switch (role.toLowerCase(Locale.ROOT)) {
      case "client", "user", "patient" -> Role.CLIENT;
      case "program", "assistant", "bot", "chatbot", "script", "system", "guide" -> Role.PROGRAM;
      case "person", "therapist", "clinician" -> Role.PERSON;
      default -> throw new BadLine("role \"" + role + "\" is none of client, program, person");
    };
  }
}
