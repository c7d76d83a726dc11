package io.handrail.tests.acceptance;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Role;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one product that all stories share: the demo clinic, and a clinic of the stories' own, whose
 * clients each belong to one story.
 */
final class Clinic {
  private static final List<String> NEWCOMERS =
      List.of(
          "wendy-phone",
          "wendy-desktop",
          "carla-phone",
          "carla-desktop",
          "lena",
          "chris",
          "noscript",
          "dora",
          "yes",
          "no",
          "early",
          "again",
          "pablo",
          "wilma",
          "grace",
          "bella",
          "petra",
          "quentin",
          "rosa",
          "sam",
          "paula",
          "gita",
          "hari",
          "olga",
          "ruth",
          "nora",
          "mira",
          "agnes",
          "pia",
          "rita",
          "tamar",
          "vera",
          "wim",
          "yara",
          "bridget",
          "ines",
          "jonas",
          "karl");
  private static Clinic shared;
  private final Product product;
  private final Map<String, SignIn> people;

  private Clinic(Product product, Map<String, SignIn> people) {
    this.product = product;
    this.people = people;
  }

  static synchronized Clinic open() {
    if (shared == null) {
      Path data = Product.home().resolve("tests/target/acceptance-data");
      delete(data);
      Map<String, SignIn> people = MadeUpClinic.in(data, Clinic::enrol);
      Product product =
          Product.start(
              Product.Start.on(data)
                  .with("--chat-port", Product.freePort(), "--portal-port", Product.freePort())
                  .jvm("-XX:TieredStopAtLevel=1"));
      Runtime.getRuntime().addShutdownHook(new Thread(product::close));
      shared = new Clinic(product, people);
    }
    return shared;
  }

  private static Map<String, SignIn> enrol(Shelves shelves) {
    Map<String, SignIn> people = new HashMap<>();
    var clinic = new MadeUpClinic(shelves, "stories");
    people.put("therapist", clinic.staff("therapist", Role.CLINICIAN));
    people.put("colleague", clinic.staff("colleague", Role.CLINICIAN));
    people.put("admin", clinic.staff("admin", Role.ADMIN));
    for (String name : NEWCOMERS) people.put(name, clinic.newcomer(name, "therapist"));
    return people;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Product product() {
    return product;
  }

  SignIn who(String name) {
    return people.get(name);
  }
}
