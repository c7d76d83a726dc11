package io.handrail.care.mongo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.mongo.Documents.Document;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  private static final ClinicId CLINIC = new ClinicId("clinic");
  private static final ClientId ONE = new ClientId(CLINIC, "one");
  private static final ClientId OTHER = new ClientId(CLINIC, "other");
  private static final StaffId STAFF = new StaffId(CLINIC, "someone");
  private static final Consent CONSENT = new Consent("1", true, Instant.EPOCH, Optional.empty());

  @TempDir Path folder;
  private final Documents documents = new InMemoryDocuments();
  private final KeyEncryptionKey key = KeyEncryptionKey.fresh();
  private final StoredShelves shelves = new StoredShelves(documents, key);

  private StoredShelves another() {
    return new StoredShelves(documents, key);
  }

  private static Category faultOf(Runnable read) {
    return assertThrows(StoreFault.class, read::run).category();
  }

  @Test
  void no_word_and_no_name_is_in_the_clear_in_any_file_of_the_store() throws Exception {
    try (var server = EmbeddedServer.start(folder, Map.of());
        var stored = StoredShelves.in(server)) {
      fillWithCanaries(stored);
    }
    for (String canary : List.of("canary", "Canary", "C A N A R Y")) {
      for (Path file : files()) {
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        String wide = raw.replace("\\0", "");
        assertFalse(raw.contains(canary) || wide.contains(canary), canary + " in " + file);
      }
    }
    // The grep can find what is in the clear.
    String store =
        Files.readString(folder.resolve(EmbeddedServer.FILE_NAME), StandardCharsets.ISO_8859_1);
    assertTrue(store.contains("clinic/one/000000001"));
  }

  private List<Path> files() throws Exception {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void fillWithCanaries(StoredShelves stored) {
    Instant at = Instant.EPOCH;
    ZoneId zone = ZoneId.of("UTC");
    stored.turns().open(Journal.closed(Journal.open(ONE, 1, "canary-said")));
    Homework homework =
        Homework.proposed("h", "canary-task", "canary-when", Optional.empty(), "Canary By", at);
    stored.homework().insert(ONE, new HomeworkBook(List.of(homework)));
    stored
        .clients()
        .insert(
            ONE,
            new Client(
                ONE,
                "Canary Name",
                zone,
                "en",
                Client.Enrolment.ACTIVE,
                at,
                Optional.empty(),
                Optional.empty(),
                true));
    stored
        .clinics()
        .insert(
            CLINIC, new Clinic(CLINIC, "Canary Clinic", zone, "GB", List.of(), List.of(), true));
    stored
        .staff()
        .insert(
            STAFF,
            new Staff(STAFF, "Canary Staff", "Canary", "canary@example.org", Set.of(), List.of()));
    stored
        .accounts()
        .insert(
            "canary-signin",
            new Account(
                "canary-signin",
                "canary-hash",
                new Actor.StaffActor(STAFF, Set.of(Role.ADMIN)),
                true,
                1,
                at));
    stored.plans().insert(ONE, CarePlan.cautious(Set.of("canary-protocol"), at));
  }

  @Test
  void the_same_value_is_never_sealed_the_same_twice() {
    shelves.consents().insert(ONE, CONSENT);
    shelves.consents().insert(OTHER, CONSENT);
    byte[] first = documents.get("consents", "clinic/one").orElseThrow().body();
    shelves.consents().remove(ONE);
    shelves.consents().insert(ONE, CONSENT);
    byte[] second = documents.get("consents", "clinic/one").orElseThrow().body();
    assertFalse(Arrays.equals(first, second));
  }

  @Test
  void a_body_moved_to_another_client_document_kind_or_version_does_not_open() {
    shelves.consents().insert(ONE, CONSENT);
    shelves.consents().insert(OTHER, CONSENT);
    CarePlan plan = CarePlan.cautious(Set.of(), Instant.EPOCH);
    shelves.planHistory().insert(new OfClient<>(ONE, 1), plan);
    shelves.planHistory().insert(new OfClient<>(ONE, 2), plan);
    shelves.plans().insert(ONE, plan);
    Document mine = documents.get("consents", "clinic/one").orElseThrow();

    put("consents", new Document("clinic/other", mine.version(), mine.body()));
    assertEquals(Category.UNREADABLE, faultOf(() -> shelves.consents().get(OTHER)));

    Document history = documents.get("planHistory", "clinic/one/1").orElseThrow();
    put("planHistory", new Document("clinic/one/2", history.version(), history.body()));
    assertEquals(
        Category.UNREADABLE, faultOf(() -> shelves.planHistory().get(new OfClient<>(ONE, 2))));

    put("plans", new Document("clinic/one", mine.version(), mine.body()));
    assertEquals(Category.UNREADABLE, faultOf(() -> shelves.plans().get(ONE)));

    put("consents", new Document("clinic/one", mine.version() + 1, mine.body()));
    assertEquals(Category.UNREADABLE, faultOf(() -> shelves.consents().get(ONE)));
    assertEquals(
        Category.UNREADABLE,
        faultOf(() ->
            shelves
                .consents()
                .change(ONE, c -> new Consent("2", true, c.givenAt(), c.withdrawnAt()))));
  }

  @Test
  void every_flipped_bit_of_a_body_is_noticed() {
    shelves.consents().insert(ONE, CONSENT);
    Document whole = documents.get("consents", "clinic/one").orElseThrow();
    for (int at = 0; at < whole.body().length; at++) {
      byte[] bent = whole.body().clone();
      bent[at] ^= (byte) (1 << (at % 8));
      put("consents", new Document(whole.id(), whole.version(), bent));
      assertEquals(Category.UNREADABLE, faultOf(() -> shelves.consents().get(ONE)));
    }
    put("consents", new Document(whole.id(), whole.version(), new byte[0]));
    assertEquals(Category.UNREADABLE, faultOf(() -> shelves.consents().get(ONE)));
    put("consents", whole);
    assertEquals(Optional.of(CONSENT), shelves.consents().get(ONE));
  }

  private void put(String collection, Document document) {
    documents.delete(collection, document.id());
    documents.insert(collection, document);
  }

  @Test
  void a_forgotten_client_is_unreadable_and_cannot_be_written_and_nobody_else_is() {
    Journal.fill(shelves, ONE, 3);
    Journal.fill(shelves, OTHER, 3);
    shelves.consents().insert(ONE, CONSENT);
    shelves.forget(ONE);
    for (StoredShelves process : List.of(shelves, another())) {
      assertEquals(Category.KEY_GONE, faultOf(() -> process.turns().last(ONE, 16)));
      assertEquals(Category.KEY_GONE, faultOf(() -> process.consents().get(ONE)));
      assertEquals(Category.KEY_GONE, faultOf(() -> process.turns().open(Journal.open(ONE, 4))));
      assertEquals(3, process.turns().last(OTHER, 16).size());
    }
    shelves.forget(ONE);
    var never = new ClientId(CLINIC, "never-seen");
    shelves.forget(never);
    assertEquals(Category.KEY_GONE, faultOf(() -> shelves.consents().insert(never, CONSENT)));
  }

  @Test
  void a_client_whose_key_was_deleted_from_the_database_is_unreadable() {
    shelves.consents().insert(ONE, CONSENT);
    documents.delete(KeyRing.COLLECTION, "client/clinic/one");
    assertEquals(Category.KEY_GONE, faultOf(() -> another().consents().get(ONE)));
    assertEquals(Category.KEY_GONE, faultOf(() -> another().consents().get(List.of(ONE, OTHER))));
  }

  @Test
  void a_wrapped_key_moved_to_another_client_does_not_open() {
    shelves.consents().insert(ONE, CONSENT);
    shelves.consents().insert(OTHER, CONSENT);
    Document mine = documents.get(KeyRing.COLLECTION, "client/clinic/one").orElseThrow();
    put(KeyRing.COLLECTION, new Document("client/clinic/other", 1, mine.body()));
    assertEquals(Category.KEY_WRONG, faultOf(() -> another().consents().get(OTHER)));
  }

  @Test
  void many_more_owners_than_are_remembered_are_all_read() {
    var clients = new ArrayList<ClientId>();
    for (int i = 0; i < 4_500; i++) clients.add(new ClientId(CLINIC, "c" + i));
    clients.forEach(c -> shelves.consents().insert(c, CONSENT));
    assertEquals(4_500, shelves.consents().get(clients).size());
    assertEquals(4_500, another().consents().get(clients).size());
  }

  @Test
  void two_processes_that_meet_a_client_first_agree_on_one_key() throws Exception {
    for (int round = 0; round < 50; round++) {
      var client = new ClientId(CLINIC, "race-" + round);
      StoredShelves there = another();
      var racer =
          Thread.ofPlatform()
              .start(() ->
                  there
                      .planHistory()
                      .insert(
                          new OfClient<>(client, 1), CarePlan.cautious(Set.of(), Instant.EPOCH)));
      shelves.consents().insert(client, CONSENT);
      racer.join();
      assertEquals(Optional.of(CONSENT), there.consents().get(client));
      assertTrue(shelves.planHistory().get(new OfClient<>(client, 1)).isPresent());
    }
  }

  @Test
  void a_store_does_not_open_with_another_key() {
    var fault =
        assertThrows(
            StoreFault.class, () -> new StoredShelves(documents, KeyEncryptionKey.fresh()));
    assertEquals(Category.KEY_WRONG, fault.category());
    assertEquals(
        "this key does not open this store; use the one it was made with", fault.getMessage());
  }

  @Test
  void the_embedded_store_makes_its_key_for_its_owner_alone_and_keeps_it() throws Exception {
    EmbeddedServer.start(folder, Map.of()).close();
    Path file = folder.resolve(KeyEncryptionKey.FILE_NAME);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    byte[] before = Files.readAllBytes(file);
    EmbeddedServer.start(folder, Map.of()).close();
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void a_store_without_its_key_file_is_not_given_a_new_one() throws Exception {
    EmbeddedServer.start(folder, Map.of()).close();
    Path file = folder.resolve(KeyEncryptionKey.FILE_NAME);
    Path aside = Files.move(file, folder.resolve("aside"));
    var fault = assertThrows(StoreFault.class, () -> EmbeddedServer.start(folder, Map.of()));
    assertEquals(Category.KEY_WRONG, fault.category());
    assertTrue(fault.getMessage().contains("put back " + file), fault.getMessage());
    assertFalse(Files.exists(file));
    EmbeddedServer.start(folder, Map.of("HANDRAIL_KEK_FILE", aside.toString())).close();
  }

  @Test
  void a_store_with_another_key_in_the_environment_is_refused() {
    try (var server = EmbeddedServer.start(folder, Map.of());
        var stored = StoredShelves.in(server)) {
      stored.consents().insert(ONE, CONSENT);
    }
    String other = Base64.getEncoder().encodeToString(new byte[KeyEncryptionKey.BYTES]);
    try (var server = EmbeddedServer.start(folder, Map.of("HANDRAIL_KEK", other))) {
      assertEquals(Category.KEY_WRONG, faultOf(() -> StoredShelves.in(server)));
    }
    try (var server = EmbeddedServer.start(folder, Map.of());
        var stored = StoredShelves.in(server)) {
      assertEquals(Optional.of(CONSENT), stored.consents().get(ONE));
    }
  }

  @Test
  void a_malformed_missing_or_readable_key_is_refused_without_quoting_it() throws Exception {
    for (String bad : List.of("c2VjcmV0", "not base64 secret")) {
      var fault =
          assertThrows(
              StoreFault.class,
              () -> KeyEncryptionKey.fromEnvironment(Map.of("HANDRAIL_KEK", bad)));
      assertEquals(Category.KEY_WRONG, fault.category());
      assertFalse(fault.getMessage().contains(bad));
    }
    assertEquals(Category.KEY_WRONG, faultOf(() -> KeyEncryptionKey.fromEnvironment(Map.of())));
    String nowhere = folder.resolve("nowhere").toString();
    assertEquals(
        Category.KEY_WRONG,
        faultOf(() -> KeyEncryptionKey.fromEnvironment(Map.of("HANDRAIL_KEK_FILE", nowhere))));
    Path open = Files.writeString(folder.resolve("open"), "x");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    var fault =
        assertThrows(
            StoreFault.class,
            () -> KeyEncryptionKey.fromEnvironment(Map.of("HANDRAIL_KEK_FILE", open.toString())));
    assertTrue(fault.getMessage().endsWith("do: chmod 600 " + open), fault.getMessage());
  }

  @Test
  void a_sign_in_name_is_hidden_but_found_again() {
    var account = new Account("maya", "hash", new Actor.ClientActor(ONE), true, 1, Instant.EPOCH);
    shelves.accounts().insert("maya", account);
    assertEquals(Optional.of(account), another().accounts().get("maya"));
    assertEquals(Optional.empty(), documents.get("accounts", "maya"));
    assertEquals(Optional.empty(), shelves.accounts().get("Maya"));
    var elsewhere = StoredShelves.inMemory();
    elsewhere.accounts().insert("maya", account);
    assertNotEquals(Optional.empty(), elsewhere.accounts().get("maya"));
  }
}
