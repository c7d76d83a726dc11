package io.handrail.portal.audit;

import static io.handrail.care.record.audit.AuditKind.BRIEF_SIGNED;
import static io.handrail.care.record.audit.AuditKind.BRIEF_WORDED;
import static io.handrail.care.record.audit.AuditKind.CHAT_HANDED_BACK;
import static io.handrail.care.record.audit.AuditKind.CHAT_JOINED;
import static io.handrail.care.record.audit.AuditKind.CLIENT_ASSIGNED;
import static io.handrail.care.record.audit.AuditKind.CLIENT_CODE_RENEWED;
import static io.handrail.care.record.audit.AuditKind.DOCUMENT_TAKEN;
import static io.handrail.care.record.audit.AuditKind.EXERCISES_RELEASED;
import static io.handrail.care.record.audit.AuditKind.FLAG_ANSWERED;
import static io.handrail.care.record.audit.AuditKind.HOMEWORK_DECIDED;
import static io.handrail.care.record.audit.AuditKind.LIMITS_CHANGED;
import static io.handrail.care.record.audit.AuditKind.MEASURES_CHANGED;
import static io.handrail.care.record.audit.AuditKind.MODEL_RULE_CHANGED;
import static io.handrail.care.record.audit.AuditKind.NOTES_CHANGED;
import static io.handrail.care.record.audit.AuditKind.ON_CALL_CHANGED;
import static io.handrail.care.record.audit.AuditKind.OTHER_CARE;
import static io.handrail.care.record.audit.AuditKind.PASSPHRASE_CODE_MADE;
import static io.handrail.care.record.audit.AuditKind.PAUSE_CHANGED;
import static io.handrail.care.record.audit.AuditKind.RECORD_OPENED;
import static io.handrail.care.record.audit.AuditKind.REPLY_DECIDED;
import static io.handrail.care.record.audit.AuditKind.REVIEWED;
import static io.handrail.care.record.audit.AuditKind.SAFETY_PLAN_DECIDED;
import static io.handrail.care.record.audit.AuditKind.SAMPLE_OPENED;
import static io.handrail.care.record.audit.AuditKind.STEERING_CHANGED;
import static io.handrail.care.record.audit.AuditKind.TAPER_CHANGED;
import static io.handrail.care.record.audit.AuditKind.TEAM_CHANGED;

import io.handrail.care.record.audit.AuditKind;
import io.micronaut.http.HttpMethod;
import java.util.Map;
import java.util.Optional;

/**
 * Which request is which entry of the trail. What is about a client and stands nowhere here is
 * written down all the same, under a general name, so that a new page cannot forget to.
 */
final class AuditedRoutes {
  private static final String OF_CLIENT = "/clients/{id}";
  private static final String ENROLMENT_OF_CLIENT = "/clinic/clients/{id}";

  private static final Map<String, AuditKind> POSTS =
      Map.ofEntries(
          Map.entry("/clients/{id}/limits", LIMITS_CHANGED),
          Map.entry("/clients/{id}/limits/template", LIMITS_CHANGED),
          Map.entry("/clients/{id}/pause", PAUSE_CHANGED),
          Map.entry("/clients/{id}/steering", STEERING_CHANGED),
          Map.entry("/clients/{id}/steering/preview", RECORD_OPENED),
          Map.entry("/clients/{id}/homework", HOMEWORK_DECIDED),
          Map.entry("/homework/bulk", HOMEWORK_DECIDED),
          Map.entry("/clients/{id}/measures/ask", MEASURES_CHANGED),
          Map.entry("/clients/{id}/brief/sign", BRIEF_SIGNED),
          Map.entry("/clients/{id}/brief/words", BRIEF_WORDED),
          Map.entry("/clients/{id}/brief/words/plain", BRIEF_WORDED),
          Map.entry("/clients/{id}/log/read", REVIEWED),
          Map.entry("/clients/{id}/log/notes", NOTES_CHANGED),
          Map.entry("/clients/{id}/log/notes/remove", NOTES_CHANGED),
          Map.entry("/clients/{id}/notes", NOTES_CHANGED),
          Map.entry("/clients/{id}/notes/card", NOTES_CHANGED),
          Map.entry("/clients/{id}/fidelity", REVIEWED),
          Map.entry("/clients/{id}/fidelity/mark", NOTES_CHANGED),
          Map.entry("/clients/{id}/ending", TAPER_CHANGED),
          Map.entry("/clients/{id}/ending/stop", TAPER_CHANGED),
          Map.entry("/clients/{id}/live/take-over", CHAT_JOINED),
          Map.entry("/clients/{id}/live/write", CHAT_JOINED),
          Map.entry("/clients/{id}/live/whisper", STEERING_CHANGED),
          Map.entry("/clients/{id}/live/hand-back", CHAT_HANDED_BACK),
          Map.entry("/clients/{id}/replies/{turn}", REPLY_DECIDED),
          Map.entry("/clients/{id}/flags/acknowledge", FLAG_ANSWERED),
          Map.entry("/clients/{id}/hold/release", EXERCISES_RELEASED),
          Map.entry("/clients/{id}/sign-in/code", PASSPHRASE_CODE_MADE),
          Map.entry("/clients/{id}/safety-plan", SAFETY_PLAN_DECIDED),
          Map.entry("/clinic/alerts", ON_CALL_CHANGED),
          Map.entry("/clinic/models", MODEL_RULE_CHANGED),
          Map.entry("/clinic/teams", TEAM_CHANGED),
          Map.entry("/clinic/clients/{id}/code", CLIENT_CODE_RENEWED),
          Map.entry("/clinic/clients/{id}/clinician", CLIENT_ASSIGNED));

  /** Lists that quote several clients at once. */
  private static final Map<String, AuditKind> LISTS =
      Map.of(
          "/risk", RECORD_OPENED,
          "/replies", RECORD_OPENED,
          "/homework", RECORD_OPENED,
          "/team/sample/{id}", SAMPLE_OPENED);

  private AuditedRoutes() {}

  /**
   * @param template of the route, for example {@code /clients/{id}/log}
   * @return empty where nothing is written, or where the page itself writes it
   */
  static Optional<AuditKind> kind(HttpMethod method, String template) {
    boolean ofClient = template.startsWith(OF_CLIENT);
    boolean writesItself = template.startsWith("/clients/{id}/data");
    if (writesItself) return Optional.empty();
    if (method == HttpMethod.POST) {
      return Optional.ofNullable(POSTS.get(template))
          .or(() -> ofClient ? Optional.of(OTHER_CARE) : Optional.empty());
    }
    if (method != HttpMethod.GET) return Optional.empty();
    if (ofClient) {
      boolean document = template.endsWith("/pdf") || template.endsWith("/fhir");
      return Optional.of(document ? DOCUMENT_TAKEN : RECORD_OPENED);
    }
    return Optional.ofNullable(LISTS.get(template));
  }

  /** The client's id as it stands in a path that has one. */
  static Optional<String> client(String template, String path) {
    int at =
        template.startsWith(OF_CLIENT)
            ? 2
            : template.startsWith(ENROLMENT_OF_CLIENT) || template.startsWith("/team/sample/")
                ? 3
                : 0;
    String[] parts = path.split("/");
    return at == 0 || parts.length <= at ? Optional.empty() : Optional.of(parts[at]);
  }
}
