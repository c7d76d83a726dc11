package io.handrail.portal.clinic;

import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.StaffId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An invitation as typed.
 *
 * @param id chosen when the form was made, so that sending it twice enrols one client
 * @param again {@code yes} where the administrator says that a namesake is another person
 */
@Serdeable
record InviteForm(
    @Nullable String id,
    @Nullable String name,
    @Nullable String language,
    @Nullable String zone,
    @Nullable String clinician,
    @Nullable String again) {

  static final int NAME_MAX = 80;
  static final Set<String> LANGUAGES = Set.of("en", "es");

  InviteForm {
    id = text(id);
    name = text(name).replaceAll("\\s+", " ");
    language = text(language);
    zone = text(zone);
    clinician = text(clinician);
    again = text(again);
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }

  static InviteForm fresh(String id, Clinic clinic) {
    return new InviteForm(id, "", "en", clinic.zone().getId(), "", "");
  }

  /**
   * What is wrong, by field name.
   *
   * @param clinicians who may be chosen
   */
  Map<String, String> problems(Set<StaffId> clinicians) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isEmpty()) problems.put("name", "What should the program call them?");
    if (name.length() > NAME_MAX) {
      problems.put("name", "Please keep it under " + NAME_MAX + " characters.");
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      problems.put("name", "A name has letters, not control characters.");
    }
    if (!LANGUAGES.contains(language)) problems.put("language", "Choose a language.");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.put("zone", "Choose a time zone from the list, for example Europe/London.");
    }
    if (clinicians.stream().noneMatch(member -> member.value().equals(clinician))) {
      problems.put("clinician", "Choose who answers for this client.");
    }
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      problems.put("name", "This form is out of date. Please open it again.");
    }
    return problems;
  }
}
