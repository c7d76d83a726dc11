package io.handrail.portal.clinic;

import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffDesk.Hire;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A colleague as typed.
 *
 * @param role {@code clinician}, {@code admin} or {@code both}
 */
@Serdeable
record ColleagueForm(
    @Nullable String name, @Nullable String title, @Nullable String email, @Nullable String role) {
  private static final Map<String, Set<Role>> ROLES =
      Map.of(
          "clinician", EnumSet.of(Role.CLINICIAN),
          "admin", EnumSet.of(Role.ADMIN),
          "both", EnumSet.of(Role.CLINICIAN, Role.ADMIN));
  private static final int EMAIL_MAX = 254;

  ColleagueForm {
    name = line(name);
    title = line(title);
    email = line(email);
    role = line(role);
  }

  static ColleagueForm fresh() {
    return new ColleagueForm("", "", "", "clinician");
  }

  private static String line(String given) {
    return given == null ? "" : given.strip().replaceAll("\\s+", " ");
  }

  /** What is wrong, by field name. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    named(problems, "name", name, "What is your colleague called?");
    named(problems, "title", title, "What do clients read after the name?");
    if (!email.isEmpty() && (email.length() > EMAIL_MAX || !email.matches("[^@\\s]+@[^@\\s]+"))) {
      problems.put("email", "This does not look like an email address.");
    }
    if (!ROLES.containsKey(role)) problems.put("role", "Choose what they do here.");
    return problems;
  }

  private static void named(Map<String, String> problems, String field, String text, String ask) {
    if (text.isEmpty()) problems.put(field, ask);
    if (text.length() > InviteForm.NAME_MAX) {
      problems.put(field, "Please keep it under " + InviteForm.NAME_MAX + " characters.");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      problems.put(field, "A name has letters, not control characters.");
    }
  }

  Hire hire() {
    return new Hire(name, title, email, ROLES.get(role));
  }
}
