package io.handrail.portal.audit;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.record.audit.AuditArea;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.session.Present;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what was done, after it was done and before it is answered. Whoever opens the same
 * client's record again and again within a quarter of an hour is written down once; what exactly
 * they read stands with the client's log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AuditFilter {
  private static final Duration SAME_READING = Duration.ofMinutes(15);
  private static final int REMEMBERED_MAX = 10_000;
  private static final int REFUSED_FROM = 400;
  private final AuditTrail trail;
  private final Clock clock;
  private final Map<AuditDeed, Instant> opened =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AuditDeed, Instant> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  AuditFilter(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void write(HttpRequest<?> request, HttpResponse<?> response) {
    if (response.code() >= REFUSED_FROM) return;
    String template = template(request);
    Optional<AuditKind> kind = AuditedRoutes.kind(request.getMethod(), template);
    Optional<StaffActor> actor = Present.staff(request);
    if (kind.isEmpty() || actor.isEmpty()) return;
    Optional<ClientId> client =
        AuditedRoutes.client(template, request.getPath()).flatMap(id -> named(actor.get(), id));
    boolean reading =
        kind.get().area() == AuditArea.READING && kind.get() != AuditKind.DOCUMENT_TAKEN;
    var deed = new AuditDeed(kind.get(), Optional.of(actor.get().id()), client, Optional.empty());
    if (reading && again(deed)) return;
    trail.write(actor.get().clinic(), deed);
    // After the writing: what could not be written down is written down the next time.
    if (reading) remember(deed);
  }

  private static String template(HttpRequest<?> request) {
    String template =
        BasicHttpAttributes.getUriTemplate(request).orElse("").replaceAll("\\{[?&#][^}]*}", "");
    return template.length() > 1 && template.endsWith("/")
        ? template.substring(0, template.length() - 1)
        : template;
  }

  private static Optional<ClientId> named(StaffActor actor, String id) {
    try {
      return Optional.of(actor.client(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no id has this shape, so nothing was found under it
    }
  }

  private boolean again(AuditDeed deed) {
    synchronized (opened) {
      Instant before = opened.get(deed);
      return before != null && clock.instant().isBefore(before.plus(SAME_READING));
    }
  }

  private void remember(AuditDeed deed) {
    synchronized (opened) {
      opened.put(deed, clock.instant());
    }
  }
}
