package io.handrail.chatbot.http;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.chatbot.http.ChatParts.Bubble;
import io.handrail.chatbot.http.ChatParts.SheetForm;
import io.handrail.web.page.FreemarkerPages;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn as server-sent events: {@code opened} (id {@code SEQ}), {@code line} (id {@code
 * SEQ.INDEX}) and {@code closed} (id {@code SEQ.c}). Each carries a drawn part beside its facts.
 * Putting one in its place twice changes nothing, for the parts carry ids.
 */
@Singleton
class Sse {
  /** Keeps a quiet stream open through proxies. */
  static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  /** How long a browser waits before it comes back. */
  static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

  private final ChatView view;
  private final Boxes boxes;
  private final FreemarkerPages<Object> pages;
  private final ObjectMapper json;

  Sse(ChatView view, Boxes boxes, FreemarkerPages<Object> pages, ObjectMapper json) {
    this.view = view;
    this.boxes = boxes;
    this.pages = pages;
    this.json = json;
  }

  /** What began the turn. */
  byte[] opened(Visit visit, Turn turn) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("seq", turn.id().seq());
    data.put("message", turn.message().map(m -> m.value()).orElse(""));
    data.put("html", part(visit, "exchange", view.exchange(visit, bare(turn), Optional.empty())));
    return event("opened", Long.toString(turn.id().seq()), data);
  }

  /** One line that is stored. */
  byte[] line(Visit visit, Turn turn, int index, Line line) {
    long seq = turn.id().seq();
    Bubble bubble = view.bubble(visit.language(), seq, index, line);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("seq", seq);
    data.put("index", index);
    data.put("speaker", bubble.speaker());
    data.put("kind", bubble.kind());
    data.put("text", bubble.text());
    data.put("by", line.by());
    data.put("html", part(visit, "line", bubble));
    return event("line", seq + "." + index, data);
  }

  /** The turn is over: how the page stands now. */
  byte[] closed(Visit visit, Turn turn) {
    return event("closed", turn.id().seq() + ".c", standing(visit, turn));
  }

  /** Who has been told by now; it has no place in the journal, so the event has no id. */
  byte[] told(Visit visit, List<String> lines) {
    String html = part(visit, "told", lines);
    try {
      return ("event: told\ndata: " + json.writeValueAsString(Map.of("html", html)) + "\n\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a page as they are after a turn. */
  Map<String, Object> standing(Visit visit, Turn turn) {
    var box = boxes.of(visit, Optional.of(turn), "");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("seq", turn.id().seq());
    data.put("message", turn.message().map(m -> m.value()).orElse(""));
    data.put("head", part(visit, "head", view.head(visit, turn.state())));
    data.put(
        "sheet",
        view.sheet(turn.state())
            .map(sheet -> part(visit, "sheet", new SheetForm(sheet, box.sendId())))
            .orElse(""));
    data.put("box", part(visit, "box", box));
    data.put(
        "ending", view.ending(visit, turn).map(ending -> part(visit, "ending", ending)).orElse(""));
    return data;
  }

  private static Turn bare(Turn turn) {
    return new Turn(
        turn.id(),
        turn.conversation(),
        turn.openedAt(),
        turn.opening(),
        turn.screening(),
        turn.flags(),
        turn.state(),
        List.of(),
        turn.closing());
  }

  private String part(Visit visit, String name, Object part) {
    return pages.text("client/part_" + name, visit.show("", part), null).strip();
  }

  private byte[] event(String name, String id, Map<String, Object> data) {
    try {
      String text = json.writeValueAsString(data); // JSON has no bare line ends
      return ("event: " + name + "\nid: " + id + "\ndata: " + text + "\n\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
