package io.handrail.care.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.handrail.care.Shelves;
import io.handrail.care.mongo.StoredShelves;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody whose client somebody is may be without them on the list by which they are found. */
class CaseListsTest {
  private static final ClinicId HARBOUR = new ClinicId("harbour");
  private static final ClientId MAYA = new ClientId(HARBOUR, "maya");
  private static final StaffId AMARA = new StaffId(HARBOUR, "amara");
  private static final StaffId TOM = new StaffId(HARBOUR, "tom");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private final Shelves shelves = StoredShelves.inMemory();
  private final CaseLists lists = new CaseLists(shelves);

  @BeforeEach
  void open() {
    for (StaffId id : List.of(AMARA, TOM)) {
      shelves
          .staff()
          .insert(id, new Staff(id, id.value(), "", "", Set.of(Role.CLINICIAN), List.of(MAYA)));
    }
    shelves
        .clients()
        .insert(
            MAYA,
            new Client(
                MAYA,
                "Maya",
                ZoneId.of("Europe/London"),
                "en",
                Client.Enrolment.ACTIVE,
                NOW,
                Optional.of(AMARA),
                Optional.of(NOW),
                true));
  }

  private List<ClientId> list(StaffId member) {
    return shelves.staff().get(member).orElseThrow().caseload();
  }

  @Test
  void a_former_clinician_finds_the_client_no_more() {
    lists.takeOff(TOM, MAYA);
    assertEquals(List.of(), list(TOM));
    assertEquals(List.of(MAYA), list(AMARA));
  }

  @Test
  void whoever_the_client_was_given_to_meanwhile_keeps_them() {
    lists.takeOff(AMARA, MAYA);
    assertEquals(List.of(MAYA), list(AMARA), "assigned");
    var cover = new Cover(TOM, AMARA, NOW, NOW.plusSeconds(3600), "");
    shelves.clients().change(MAYA, client -> client.coveredBy(Optional.of(cover)));
    lists.takeOff(TOM, MAYA);
    assertEquals(List.of(MAYA), list(TOM), "stands in");
  }
}
