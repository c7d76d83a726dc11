package io.handrail.tests.stage;

import java.nio.file.Path;

/** Where pictures of pages go. */
final class Shots {
  private Shots() {}

  static Path file(String name) {
    return Product.home()
        .resolve("tests/target/shots")
        .resolve(name.replaceAll("[^A-Za-z0-9_.-]+", "-") + ".png");
  }
}
