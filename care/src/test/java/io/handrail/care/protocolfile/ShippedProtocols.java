package io.handrail.care.protocolfile;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that the product ships. */
public final class ShippedProtocols {
  private ShippedProtocols() {}

  public static Path folder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }
}
