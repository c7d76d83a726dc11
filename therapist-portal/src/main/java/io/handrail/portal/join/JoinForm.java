package io.handrail.portal.join;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody typed who comes in by a code.
 *
 * @param clinic the clinic's name; it, {@code zone}, {@code region}, {@code person} and {@code
 *     title} are the founder's to fill in
 * @param user the name to sign in with
 */
@Serdeable
record JoinForm(
    @Nullable String code,
    @Nullable String clinic,
    @Nullable String zone,
    @Nullable String region,
    @Nullable String person,
    @Nullable String title,
    @Nullable String user,
    @Nullable String password) {
  private static final int NAME_MAX = 80;

  JoinForm {
    code = line(code);
    clinic = line(clinic);
    zone = line(zone);
    region = line(region);
    person = line(person);
    title = line(title);
    user = line(user);
    password = password == null ? "" : password;
  }

  static JoinForm of(String code) {
    String here = ZoneId.systemDefault().getId();
    String zone = here.contains("/") && !here.startsWith("Etc/") ? here : "";
    return new JoinForm(code, "", zone, "", "", "", "", "");
  }

  private static String line(String given) {
    return given == null ? "" : given.strip().replaceAll("\\s+", " ");
  }

  /** What is wrong with what a founder typed, by field name. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    name(problems, "clinic", clinic, "What is the clinic called?");
    name(problems, "person", person, "What are you called?");
    name(problems, "title", title, "What do clients read after your name?");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.put("zone", "Choose a time zone from the list, for example Europe/London.");
    }
    if (Regions.ALL.stream().noneMatch(one -> one.code().equals(region))) {
      problems.put(
          "region", "Choose where clients live; it decides which crisis numbers they see.");
    }
    return problems;
  }

  private static void name(Map<String, String> problems, String field, String text, String ask) {
    if (text.isEmpty()) problems.put(field, ask);
    if (text.length() > NAME_MAX) {
      problems.put(field, "Please keep it under " + NAME_MAX + " characters.");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      problems.put(field, "A name has letters, not control characters.");
    }
  }
}
