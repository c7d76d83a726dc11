package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.chatbot.words.Corpus;
import io.handrail.chatbot.words.JsonLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void a_bad_line_is_named_and_the_others_are_answered() throws IOException {
    String in =
        """
        {"id":"a","text":"I want to kill myself"}
        not json
        {"id":"b"}
        {"id":3,"text":"It rained.","context":[{"role":"judge","text":"x"}]}
        {"id":4,"text":"It rained.","context":[{"role":"user","text":"hello"}],"lang":"en"}
        """;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    SafetyScreen screen = new SafetyScreen();
    int status =
        JsonLines.run(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            node -> ScreenCommand.answer(screen, node, false));
    assertEquals(1, status);
    String[] answers = out.toString(StandardCharsets.UTF_8).split("\n");
    assertEquals(2, answers.length);
    assertEquals("CRISIS", Corpus.json(answers[0]).get("level").textValue());
    assertEquals(4, Corpus.json(answers[1]).get("id").intValue());
    assertTrue(Corpus.json(answers[0]).get("micros").isNumber());
    String said = errors.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("line 2: is not valid JSON"), said);
    assertTrue(said.contains("line 3: \"text\" is missing"), said);
    assertTrue(said.contains("line 4: role \"judge\""), said);
  }
}
