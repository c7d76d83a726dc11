package io.handrail.tests.eval.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server (RFC 5321, as much as a sender needs) that keeps what it is given. */
final class MailSink implements AutoCloseable {
  private static final Pattern REFERENCE = Pattern.compile("F-[0-9A-V]{10}");
  private final ServerSocket door;
  private final Consumer<Received> taken;

  /**
   * @param taken called with each letter before the sender is told that it was taken
   */
  MailSink(Consumer<Received> taken) {
    this.taken = taken;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::welcome);
  }

  String url() {
    return "smtp://127.0.0.1:" + door.getLocalPort();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = caller.getOutputStream();
      say(out, "220 sink");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.toUpperCase(Locale.ROOT);
        if (verb.startsWith("RCPT TO:")) to = line.replaceAll("^[^<]*<|>.*$", "");
        if (verb.equals("DATA")) {
          say(out, "354 go on");
          taken.accept(letter(in, to));
        }
        say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
        if (verb.equals("QUIT")) return;
      }
    } catch (IOException e) {
      // The sender was killed half way: what it had not sent whole was not taken.
    }
  }

  private static Received letter(BufferedReader in, String to) throws IOException {
    String key = "";
    String reference = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) throw new IOException("cut off");
      if (line.startsWith("Message-ID: ")) key = line.substring(12).strip();
      Matcher found = REFERENCE.matcher(line);
      if (reference.isEmpty() && found.find()) reference = found.group();
    }
    return new Received(key, reference, to, Instant.now());
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
