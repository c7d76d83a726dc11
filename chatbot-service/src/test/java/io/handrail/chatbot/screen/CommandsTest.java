package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.chatbot.words.Corpus;
import io.handrail.chatbot.words.JsonLines;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

  private static final String GOOD = "{\"id\":\"good\",\"text\":\"I want to kill myself\"}";

  private record Ran(int status, List<String> answers, List<String> errors) {}

  private static Ran ran(byte[] in, Function<JsonNode, Map<String, Object>> answer)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    int status =
        JsonLines.run(
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            answer);
    return new Ran(
        status,
        out.toString(StandardCharsets.UTF_8).lines().toList(),
        errors.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void hostile_lines_are_named_one_by_one_and_never_stop_the_rest() throws IOException {
    var screen = new SafetyScreen();
    List<String> hostile =
        List.of(
            "[".repeat(100_000),
            "{\"id\":\"deep\",\"text\":\"x\",\"context\":"
                + "[".repeat(2000)
                + "]".repeat(2000)
                + "}",
            "{\"id\":\"two\",\"text\":\"a\"} {\"id\":\"in one\",\"text\":\"b\"}",
            "{\"id\":\"cut",
            "42",
            "null",
            "[]",
            "{\"id\":\"x\",\"text\":null}",
            "{\"id\":\"x\",\"text\":[\"a\"]}",
            "{\"id\":\"x\",\"text\":\"a\",\"lang\":7}",
            "{\"id\":\"x\",\"text\":\"a\",\"context\":\"none\"}",
            "{\"id\":\"x\",\"text\":\"a\",\"context\":[1]}",
            "\u0000\u0001");
    var in = new StringBuilder();
    for (String line : hostile) in.append(line).append('\n').append(GOOD).append('\n');
    Ran ran =
        ran(
            in.toString().getBytes(StandardCharsets.UTF_8),
            node -> ScreenCommand.answer(screen, node, false));
    assertEquals(1, ran.status());
    assertEquals(hostile.size(), ran.answers().size(), ran.answers()::toString);
    for (String answer : ran.answers()) {
      assertEquals("CRISIS", Corpus.json(answer).get("level").textValue());
    }
    assertEquals(hostile.size(), ran.errors().size(), ran.errors()::toString);
    for (int i = 0; i < hostile.size(); i++) {
      String error = ran.errors().get(i);
      assertTrue(error.startsWith("line " + (2 * i + 1) + ": "), error);
      assertTrue(error.length() < 200, "it does not give the line back: " + error);
    }
  }

  @Test
  void odd_text_is_judged_like_any_other() throws IOException {
    var screen = new SafetyScreen();
    var in = new ByteArrayOutputStream();
    List<String> odd =
        List.of(
            "{\"id\":1,\"text\":\"\"}",
            "{\"id\":2,\"text\":\"\\u0000\\ud800 \\u202e\"}",
            "{\"id\":3,\"text\":\"" + "a\u0301".repeat(20_000) + "\"}",
            "{\"id\":{\"a\":1},\"text\":\"It rained.\",\"more\":true}",
            "   " + GOOD + "\t\r");
    for (String line : odd) in.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
    in.write(
        new byte[] {'{', '"', 'i', 'd', '"', ':', '9', ',', '"', 't', 'e', 'x', 't', '"', ':'});
    in.write(new byte[] {'"', (byte) 0xff, (byte) 0xfe, (byte) 0xc3, '"', '}'}); // no UTF-8, no end
    Ran ran = ran(in.toByteArray(), node -> ScreenCommand.answer(screen, node, false));
    assertEquals(List.of(), ran.errors());
    assertEquals(0, ran.status());
    assertEquals(odd.size() + 1, ran.answers().size());
  }

  @Test
  void an_answer_comes_before_the_next_line_is_there() throws Exception {
    var in = new PipedOutputStream();
    var out = new PipedInputStream();
    var source = new PipedInputStream(in);
    var target = new PrintStream(new PipedOutputStream(out), false, StandardCharsets.UTF_8);
    var screen = new SafetyScreen();
    var status = new CompletableFuture<Integer>();
    Thread.ofPlatform()
        .start(() -> {
          try {
            status.complete(
                JsonLines.run(
                    source, target, System.err, node -> ScreenCommand.answer(screen, node, false)));
          } catch (IOException e) {
            status.completeExceptionally(e);
          }
        });
    var answers = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
    for (int i = 0; i < 3; i++) {
      in.write((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
      assertTrue(answers.readLine().contains("CRISIS"));
    }
    in.close();
    assertEquals(0, status.get(10, TimeUnit.SECONDS));
  }

  @Test
  void a_fault_on_one_line_is_an_error_of_that_line() throws IOException {
    Ran ran =
        ran(
            (GOOD + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8),
            node -> {
              throw new IllegalStateException("the words of a client");
            });
    assertEquals(1, ran.status());
    assertEquals(
        List.of(
            "line 1: could not be judged (IllegalStateException)",
            "line 2: could not be judged (IllegalStateException)"),
        ran.errors());
  }
}
