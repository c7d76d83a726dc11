package io.handrail.tests.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * One signed-in client in an endless thought record: begins, answers, stops, begins again. It knows
 * what it has left of the day's allowance, so that no turn it counts was turned away.
 */
final class Talker {
  private static final int TURNS_A_DAY_MAX = 480;

  /** Nothing that the screen stops at, whatever mark follows it: a flag would be measured with. */
  static final List<String> ANSWERS =
      List.of(
          "I said hello to two people at work and they kept talking",
          "In the canteen, at lunch",
          "sad 70, worried 40",
          "They were busy with each other",
          "I came at a bad moment",
          "no, that was all",
          "They kept talking and did not look up",
          "no, that was all",
          "One of them waved when I left the room");

  /** Plain words, since letters drawn at random can sound like anything to the screen. */
  static final List<String> PLAIN =
      List.of(
          "lamp", "chair", "window", "garden", "paper", "button", "carpet", "pencil", "basket",
          "blanket", "candle", "kettle", "ladder", "mirror", "shelf", "shirt", "table", "teapot",
          "towel", "clock", "bread", "butter", "cheese", "lemon", "onion", "plate", "cup", "jacket",
          "scarf");

  /** How a mark is found in what is sent on. */
  static final Pattern MARK;

  static {
    String word = "(?:" + String.join("|", PLAIN) + ")";
    MARK = Pattern.compile(word + "-" + word);
  }

  private static final AtomicInteger MARKS = new AtomicInteger();
  private static final byte[] LINE = "event: line".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSED = "event: closed".getBytes(StandardCharsets.US_ASCII);
  private final String cookie;
  private int step = -1;
  private int turns;

  Talker(String cookie) {
    this.cookie = cookie;
  }

  /**
   * One turn as it was met.
   *
   * @param spoken false for a tap
   * @param firstNanos to the first line
   * @param mark what the message carried, so that the model's own time can be looked up
   * @param program whether a model's words came first
   */
  record Met(boolean spoken, long firstNanos, long wholeNanos, String mark, boolean program) {}

  boolean hasTurnsLeft() {
    return turns < TURNS_A_DAY_MAX;
  }

  Met turn(Wire wire) throws IOException {
    boolean start = step < 0;
    boolean stop = step >= ANSWERS.size();
    String mark = mark();
    String id = UUID.randomUUID().toString();
    String json =
        start
            ? "{\"id\":\"" + id + "\",\"move\":\"start:thought_record\",\"label\":\"Start\"}"
            : stop
                ? "{\"id\":\"" + id + "\",\"move\":\"stop\",\"label\":\"Stop\"}"
                : "{\"id\":\"" + id + "\",\"text\":\"" + ANSWERS.get(step) + ", " + mark + "\"}";
    Met met = send(wire, json, !start && !stop, mark);
    turns++;
    step = stop ? -1 : step + 1;
    return met;
  }

  private Met send(Wire wire, String json, boolean spoken, String mark) throws IOException {
    var heard = new Heard();
    long began = System.nanoTime();
    heard.began = began;
    Wire.Answer answer =
        wire.post(
            "/chat/messages",
            "Content-Type: application/json\r\nAccept: text/event-stream\r\nCookie: "
                + cookie
                + "\r\n",
            json.getBytes(StandardCharsets.UTF_8),
            heard);
    long whole = System.nanoTime() - began;
    if (answer.status() != 200 || !heard.closed || heard.first == 0) {
      throw new IOException("a turn was answered with " + answer.status() + ", or not to its end");
    }
    return new Met(spoken, heard.first, whole, mark, heard.program);
  }

  /** Two plain words, which come again only after some eight hundred turns. */
  private static String mark() {
    int n = MARKS.getAndIncrement() % (PLAIN.size() * PLAIN.size());
    return PLAIN.get(n / PLAIN.size()) + "-" + PLAIN.get(n % PLAIN.size());
  }

  /** Looks for the events that count; an event's name is never torn between two chunks. */
  private static final class Heard implements Wire.Hearing {
    long began;
    long first;
    boolean program;
    boolean closed;

    @Override
    public void bytes(byte[] bytes, int count) {
      if (first == 0) {
        int at = find(bytes, count, LINE);
        if (at >= 0) {
          first = System.nanoTime() - began;
          String rest = new String(bytes, at, count - at, StandardCharsets.UTF_8);
          program = rest.contains("\"speaker\":\"program\"");
        }
      }
      closed |= find(bytes, count, CLOSED) >= 0;
    }

    private static int find(byte[] in, int count, byte[] what) {
      outer:
      for (int i = 0; i <= count - what.length; i++) {
        for (int j = 0; j < what.length; j++) if (in[i + j] != what[j]) continue outer;
        return i;
      }
      return -1;
    }
  }
}
