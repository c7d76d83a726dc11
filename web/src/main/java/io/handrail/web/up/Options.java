package io.handrail.web.up;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the command line of {@code ./handrail up}.
 *
 * @param only the one service to start; empty starts all
 * @param rehearse start, open the pages once, and stop: it shows the Java machine what to keep
 *     ready
 */
record Options(
    Path data,
    int chatPort,
    int portalPort,
    boolean empty,
    boolean json,
    Optional<String> only,
    boolean rehearse) {
  static final String USAGE =
      """
      ./handrail up [options]
        --data DIR         where everything is kept (default: data in the project's folder)
        --chat-port N      port of the chatbot service (default 8080; 0 for any free one)
        --portal-port N    port of the therapist portal (default 8081; 0 for any free one)
        --empty            begin without the demo clinic
        --json             one line of JSON when ready, instead of the text
        --only SERVICE     start chatbot or portal alone
      """;

  /**
   * @param home the project's folder
   * @throws CannotStart for a word that is not understood
   */
  static Options read(List<String> words, Path home) {
    Path data = home.resolve("data");
    int chatPort = 8080;
    int portalPort = 8081;
    boolean empty = false;
    boolean json = false;
    boolean rehearse = false;
    Optional<String> only = Optional.empty();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--data" -> data = Path.of(after(word, rest));
        case "--chat-port" -> chatPort = port(word, after(word, rest));
        case "--portal-port" -> portalPort = port(word, after(word, rest));
        case "--only" -> only = Optional.of(service(after(word, rest)));
        case "--empty" -> empty = true;
        case "--json" -> json = true;
        case "--rehearse" -> rehearse = true;
        default ->
            throw new CannotStart("There is no option " + word + ". The options are:\n" + USAGE);
      }
    }
    if (chatPort == portalPort && chatPort != 0) {
      throw new CannotStart(
          "Both services cannot use port " + chatPort + ". Give them two different ports.");
    }
    return new Options(
        data.toAbsolutePath().normalize(), chatPort, portalPort, empty, json, only, rehearse);
  }

  private static String after(String option, Iterator<String> rest) {
    if (!rest.hasNext()) throw new CannotStart(option + " needs a value after it.");
    return rest.next();
  }

  private static int port(String option, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException e) {
      // said below
    }
    throw new CannotStart(option + " needs a number from 0 to 65535, and got " + text + ".");
  }

  private static String service(String name) {
    if (name.equals("chatbot") || name.equals("portal")) return name;
    throw new CannotStart("--only takes chatbot or portal, and got " + name + ".");
  }
}
