package io.handrail.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.care.record.erasure.Eraser;
import io.handrail.chatbot.demo.DemoClinic;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Passwords;
import io.handrail.web.up.Seed;
import io.handrail.web.up.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The synthetic clinic from one start to the next. */
class DemoClinicTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final ClinicId CLINIC = new ClinicId("riverside");

  @Test
  void clients_who_were_erased_are_not_there_again_after_the_next_start(@TempDir Path data) {
    try (var shelves = StoredShelves.inMemory()) {
      var settings =
          new Settings(
              Path.of("..").toAbsolutePath().normalize(), data, 0, 0, Optional.empty(), CLOCK);
      var accounts = new Accounts(shelves, new Passwords(), CLOCK);
      List<String> before = people(new DemoClinic().sow(settings, shelves, accounts));
      // Everybody of whom nothing is open, so that what else is made for somebody is met too.
      List<String> gone = new ArrayList<>();
      var eraser = new Eraser(shelves, new AuditTrail(shelves, CLOCK), CLOCK);
      for (String client : clients(shelves)) {
        assertTrue(before.contains(client), client);
        var id = new ClientId(CLINIC, client);
        eraser.ask(id, Optional.empty());
        switch (eraser.confirm(id, new StaffId(CLINIC, "priya-nair"))) {
          case Eraser.Result.Erased erased -> gone.add(client);
          case Eraser.Result.FlagsOpen open -> {}
          case Eraser.Result other -> fail(client + ": " + other);
        }
      }
      assertTrue(gone.size() > 5, gone.toString());

      List<String> after = people(new DemoClinic().sow(settings, shelves, accounts));
      assertEquals(before.stream().filter(user -> !gone.contains(user)).toList(), after);
      for (String client : gone) {
        assertTrue(shelves.forgotten(new ClientId(CLINIC, client)), client);
        assertTrue(shelves.accounts().get(Accounts.key(client)).isEmpty(), client);
      }
    }
  }

  private static List<String> clients(Shelves shelves) {
    Clinic clinic = shelves.clinics().get(CLINIC).orElseThrow();
    var roll = new Roll(shelves);
    return IntStream.range(0, Roll.pages(clinic))
        .boxed()
        .flatMap(page -> roll.page(clinic, page).stream())
        .map(ClientId::value)
        .toList();
  }

  private static List<String> people(List<Seed.SignIn> signIns) {
    return signIns.stream().map(Seed.SignIn::user).toList();
  }
}
