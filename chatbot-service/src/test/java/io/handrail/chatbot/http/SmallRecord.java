package io.handrail.chatbot.http;

import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocolfile.ProtocolFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Three short protocols, so that pages are tested whatever a clinic's own files say. */
final class SmallRecord {
  private static final Path SHARED = Path.of("..", "protocols", "shared");

  private SmallRecord() {}

  /** Puts the files where a service that has this home finds them. */
  static Protocols under(Path home) {
    try {
      Path folder = Files.createDirectory(home.resolve("protocols"));
      for (String name : List.of("thought_record.yaml", "activity.yaml", "check_in.yaml")) {
        try (var in = SmallRecord.class.getResourceAsStream("/small/" + name)) {
          Files.copy(in, folder.resolve(name));
        }
      }
      copy(SHARED, folder.resolve("shared"));
      copy(Path.of("..", "prompts"), home.resolve("prompts"));
      return ProtocolFolder.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
    }
  }
}
