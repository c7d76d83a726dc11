package io.handrail.portal.audit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.handrail.care.StoreFault;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.session.Present;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditFilterTest {
  private static final ClinicId CLINIC = new ClinicId("harbour");
  private static final StaffActor MAYA =
      new StaffActor(new StaffId(CLINIC, "maya"), Set.of(Role.CLINICIAN));

  @Test
  void a_reading_that_could_not_be_written_down_is_written_down_the_next_time_and_then_once() {
    var trail = mock(AuditTrail.class);
    var filter =
        new AuditFilter(trail, Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC));
    HttpRequest<?> request = HttpRequest.GET("/clients/amara/log");
    BasicHttpAttributes.setUriTemplate(request, "/clients/{id}/log");
    var fault = mock(StoreFault.class);
    doThrow(fault).doReturn(null).when(trail).write(any(), any());
    try (var present = mockStatic(Present.class)) {
      present.when(() -> Present.staff(request)).thenReturn(Optional.of(MAYA));
      assertThrows(StoreFault.class, () -> filter.write(request, HttpResponse.ok()));
      filter.write(request, HttpResponse.ok());
      filter.write(request, HttpResponse.ok());
    }
    verify(trail, times(2))
        .write(
            CLINIC,
            AuditDeed.about(AuditKind.RECORD_OPENED, MAYA.id(), new ClientId(CLINIC, "amara")));
  }
}
