package io.handrail.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {
  private static final Pattern READY =
      Pattern.compile(
          "\\{\"ready\":true,\"chat\":\"(http://localhost:\\d+)\","
              + "\"portal\":\"(http://localhost:\\d+)\",\"pids\":\\[(\\d+)],\"signins\":\\[.*]}");

  private static int status(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void it_says_one_line_of_json_when_both_services_answer_and_stops_cleanly(@TempDir Path data)
      throws Exception {
    try (var up =
        new Started(
            "--json",
            "--empty",
            "--data",
            data.toString(),
            "--chat-port",
            "0",
            "--portal-port",
            "0")) {
      String line = up.line();
      assertNotNull(line, up.said());
      Matcher ready = READY.matcher(line);
      assertTrue(ready.matches(), line);
      assertEquals(200, status(ready.group(1) + "/health"));
      assertEquals(200, status(ready.group(2) + "/health"));
      assertEquals(up.process.pid(), Long.parseLong(ready.group(3)));

      try (var second =
          new Started(
              "--json", "--data", data.toString(), "--chat-port", "0", "--portal-port", "0")) {
        assertNull(second.line());
        assertEquals(2, second.exit());
        assertTrue(second.said().contains("is in use by another Handrail"), second.said());
      }
      assertTrue(up.process.toHandle().destroy());
      assertEquals(143, up.exit());
      assertNull(up.line());
      assertFalse(up.said().contains("Exception"), up.said());
    }
    try (var again =
        new Started(
            "--json", "--data", data.toString(), "--chat-port", "0", "--portal-port", "0")) {
      String line = again.line();
      assertNotNull(line, again.said());
      // It began empty, so it stays without made-up people.
      assertTrue(line.endsWith("\"signins\":[]}"), line);
    }
  }

  @Test
  void a_rehearsal_walks_the_pages_without_a_fault_and_ends_by_itself(@TempDir Path data)
      throws Exception {
    try (var up =
        new Started(
            "--rehearse", "--data", data.toString(), "--chat-port", "0", "--portal-port", "0")) {
      assertTrue(up.process.waitFor(3, TimeUnit.MINUTES), "still running");
      assertEquals(0, up.exit(), up.said());
      assertFalse(up.said().contains("Exception"), up.said());
    }
  }

  @Test
  void a_taken_port_gets_one_plain_sentence(@TempDir Path data) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refused(
          "Port "
              + taken.getLocalPort()
              + " is taken or not allowed. Stop what uses it, or choose"
              + " another with --chat-port.",
          "--data",
          data.toString(),
          "--chat-port",
          "" + taken.getLocalPort());
    }
  }

  @Test
  void a_folder_that_cannot_be_written_gets_one_plain_sentence(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Path data = file.resolve("data");
    refused(
        "The data folder " + data + " cannot be written. Choose another with --data.",
        "--data",
        data.toString(),
        "--chat-port",
        "0",
        "--portal-port",
        "0");
  }

  @Test
  void a_wrong_option_gets_a_plain_sentence() throws Exception {
    refused("--chat-port needs a number from 0 to 65535, and got 80a.", "--chat-port", "80a");
    refused("--data needs a value after it.", "--data");
    refused(
        "Both services cannot use port 9000. Give them two different ports.",
        "--chat-port",
        "9000",
        "--portal-port",
        "9000");
  }

  @Test
  void a_broken_protocol_file_is_named(@TempDir Path home) throws Exception {
    Path ours = Path.of("..", "protocols");
    try (var files = Files.walk(ours)) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve("protocols").resolve(ours.relativize(file)));
      }
    }
    Files.writeString(home.resolve("protocols/check_in.yaml"), "steps: [");
    String[] options = {"--empty", "--chat-port", "0", "--portal-port", "0"};
    try (var up = new Started(home, Map.of(), options)) {
      assertEquals(2, up.exit());
      assertTrue(up.said().startsWith("handrail: A protocol file must be mended"), up.said());
      assertTrue(up.said().contains("check_in.yaml"), up.said());
      assertFalse(up.said().contains("Exception"), up.said());
    }
  }

  @Test
  void a_short_secret_is_refused(@TempDir Path data) throws Exception {
    String[] options = {
      "--empty", "--data", data.toString(), "--chat-port", "0", "--portal-port", "0"
    };
    var home = Path.of("..").toAbsolutePath().normalize();
    try (var up = new Started(home, Map.of("HANDRAIL_JWT_SECRET", "too short"), options)) {
      assertEquals(2, up.exit());
      assertEquals(
          "handrail: Each secret in HANDRAIL_JWT_SECRET must be at least 32 characters long.\n",
          up.said());
    }
  }

  private static void refused(String sentence, String... options) throws Exception {
    try (var up = new Started(options)) {
      assertEquals(2, up.exit());
      assertEquals("handrail: " + sentence + "\n", up.said());
      assertNull(up.line());
    }
  }
}
