package io.handrail.care.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.mongo.StoredShelves;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollTest {
  private static final ClinicId HARBOUR = new ClinicId("harbour");
  private final Shelves shelves = StoredShelves.inMemory();
  private final Roll roll = new Roll(shelves);

  @BeforeEach
  void found() {
    shelves
        .clinics()
        .insert(
            HARBOUR,
            new Clinic(HARBOUR, "Harbour", ZoneId.of("UTC"), "GB", List.of(), List.of(), true));
  }

  private static ClientId client(int n) {
    return new ClientId(HARBOUR, "c" + n);
  }

  private Clinic clinic() {
    return shelves.clinics().get(HARBOUR).orElseThrow();
  }

  private List<ClientId> everyone() {
    var all = new ArrayList<ClientId>();
    for (int page = 0; page < Roll.pages(clinic()); page++) all.addAll(roll.page(clinic(), page));
    return all;
  }

  @Test
  void a_small_clinic_is_one_document_and_a_large_one_has_pages() {
    for (int n = 0; n < RollPage.MOST; n++) roll.enrol(client(n));
    assertEquals(1, Roll.pages(clinic()));

    var expected = new ArrayList<>(everyone());
    for (int n = RollPage.MOST; n < 2 * RollPage.MOST + 1; n++) {
      roll.enrol(client(n));
      expected.add(client(n));
    }

    assertEquals(3, Roll.pages(clinic()));
    assertEquals(RollPage.MOST, clinic().clients().size());
    assertEquals(expected, everyone());
    assertEquals(List.of(), roll.page(clinic(), 3));
  }

  @Test
  void enrolling_again_after_a_crash_adds_nobody_twice() {
    for (int n = 0; n < RollPage.MOST + 2; n++) {
      roll.enrol(client(n));
      roll.enrol(client(n));
    }
    assertEquals(RollPage.MOST + 2, everyone().size());
  }

  @Test
  void a_page_that_a_crash_left_unannounced_is_announced_by_the_next() {
    for (int n = 0; n < RollPage.MOST; n++) roll.enrol(client(n));
    shelves.rolls().insert(new Shelves.OfClinic<>(HARBOUR, 1), RollPage.EMPTY.with(client(500)));

    roll.enrol(client(501));

    assertTrue(everyone().containsAll(List.of(client(500), client(501))));
  }

  @Test
  void many_at_once_lose_nobody() throws Exception {
    try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 3 * RollPage.MOST; n++) {
        ClientId client = client(n);
        desks.submit(() -> roll.enrol(client));
      }
    }
    assertEquals(3 * RollPage.MOST, everyone().stream().distinct().count());
  }
}
