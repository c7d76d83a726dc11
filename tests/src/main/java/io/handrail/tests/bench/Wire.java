package io.handrail.tests.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One kept-alive HTTP/1.1 connection over loopback. It costs next to nothing, so that what is
 * measured is the other side.
 */
final class Wire implements AutoCloseable {
  private static final int ANSWER_MS_MAX = 60_000;
  private final Socket socket;
  private final InputStream in;
  private final byte[] line = new byte[16_384];

  Wire(int port) throws IOException {
    this.socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_MS_MAX);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
    this.in = new BufferedInputStream(socket.getInputStream(), 32_768);
  }

  /** Hears the body as it comes. */
  interface Hearing {
    void bytes(byte[] bytes, int count);
  }

  /**
   * An answer.
   *
   * @param bytes length of the body
   */
  record Answer(int status, long bytes) {}

  /**
   * Sends one POST and reads the whole answer.
   *
   * @param headers whole lines, each with its CR LF
   */
  Answer post(String path, String headers, byte[] body, Hearing hearing) throws IOException {
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    socket.getOutputStream().write(all);
    return answer(hearing);
  }

  /** Asks for a page and reads the whole answer. */
  Answer get(String path, String headers) throws IOException {
    String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return answer((bytes, count) -> {});
  }

  private Answer answer(Hearing hearing) throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    long length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) length = Long.parseLong(lower.substring(15).strip());
      if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) chunked = true;
    }
    if (!chunked) return new Answer(status, body(Math.max(0, length), hearing));
    long total = 0;
    while (true) {
      int size = Integer.parseInt(line(), 16);
      total += body(size, hearing);
      line();
      if (size == 0) return new Answer(status, total);
    }
  }

  private long body(long length, Hearing hearing) throws IOException {
    byte[] part = new byte[(int) Math.min(32_768, Math.max(1, length))];
    long left = length;
    while (left > 0) {
      int count = in.read(part, 0, (int) Math.min(part.length, left));
      if (count < 0) throw new EOFException("the answer broke off");
      hearing.bytes(part, count);
      left -= count;
    }
    return length;
  }

  private String line() throws IOException {
    int length = 0;
    while (true) {
      int c = in.read();
      if (c < 0) throw new EOFException("the answer broke off");
      if (c == '\n') break;
      if (c != '\r') line[length++] = (byte) c;
    }
    return new String(line, 0, length, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is going away either way.
    }
  }
}
