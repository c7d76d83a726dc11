package io.handrail.web.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is looked at before anything is started, so that a mend can be named plainly. */
final class Checks {
  private Checks() {}

  static void folder(Path data) {
    String sentence = "The data folder " + data + " cannot be written. Choose another with --data.";
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new CannotStart(sentence);
    }
    if (!Files.isWritable(data)) throw new CannotStart(sentence);
  }

  static void port(int port, String option) {
    if (port == 0) return;
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CannotStart(taken(port, option));
    }
  }

  static String taken(int port, String option) {
    return "Port "
        + port
        + " is taken or not allowed. Stop what uses it, or choose another with "
        + option
        + ".";
  }
}
