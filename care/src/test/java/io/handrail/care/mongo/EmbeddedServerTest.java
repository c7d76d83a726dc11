package io.handrail.care.mongo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.StoreFault;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  private static final ClientId CLIENT = new ClientId(new ClinicId("clinic"), "someone");
  private static final Consent CONSENT = new Consent("1", true, Instant.EPOCH, Optional.empty());

  @TempDir Path folder;

  private EmbeddedServer start() {
    return EmbeddedServer.start(folder, Map.of());
  }

  @Test
  void what_was_stored_is_there_after_a_restart() {
    for (int i = 0; i < 3; i++) {
      var client = new ClientId(new ClinicId("clinic"), "c" + i);
      try (var server = start();
          var shelves = StoredShelves.in(server)) {
        assertTrue(shelves.consents().insert(client, CONSENT));
        Journal.fill(shelves, client, 20);
      }
    }
    try (var server = start();
        var shelves = StoredShelves.in(server)) {
      for (int i = 0; i < 3; i++) {
        var client = new ClientId(new ClinicId("clinic"), "c" + i);
        assertEquals(Optional.of(CONSENT), shelves.consents().get(client));
        assertEquals(20, shelves.turns().last(client, 100).size());
      }
    }
  }

  @Test
  void a_store_in_another_form_is_refused_and_left_as_it_is() throws Exception {
    start().close();
    Path file = folder.resolve(EmbeddedServer.FILE_NAME);
    try (var store = org.h2.mvstore.MVStore.open(file.toString())) {
      store.openMap("something");
      store.setStoreVersion(1);
    }
    byte[] before = Files.readAllBytes(file);
    var fault = assertThrows(StoreFault.class, this::start);
    assertEquals(StoreFault.Category.FOLDER, fault.category());
    assertTrue(fault.getMessage().contains("in a form that this version does not read"));
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void a_folder_in_use_is_refused_in_one_plain_sentence_and_free_again_afterwards() {
    try (var server = start()) {
      var fault = assertThrows(StoreFault.class, this::start);
      assertEquals(StoreFault.Category.FOLDER, fault.category());
      assertEquals(
          "the data folder " + folder + " is in use by another Handrail; stop that one first",
          fault.getMessage());
    }
    start().close();
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused_in_one_plain_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "a file, not a folder");
    var fault =
        assertThrows(StoreFault.class, () -> EmbeddedServer.start(file.resolve("data"), Map.of()));
    assertEquals(StoreFault.Category.FOLDER, fault.category());
    assertTrue(fault.getMessage().endsWith("cannot be written; choose another"));
  }

  @Test
  void a_file_that_is_not_a_store_is_refused_and_left_as_it_is() throws Exception {
    start().close();
    Path file = folder.resolve(EmbeddedServer.FILE_NAME);
    byte[] garbage = "not a store ".repeat(4_000).getBytes();
    Files.write(file, garbage);
    var fault = assertThrows(StoreFault.class, this::start);
    assertEquals(StoreFault.Category.FOLDER, fault.category());
    assertEquals(garbage.length, Files.size(file));
    Files.delete(file);
    start().close();
  }

  @Test
  void it_listens_on_loopback_alone() {
    try (var server = start()) {
      String host = URI.create(server.uri()).getHost();
      assertTrue(List.of("127.0.0.1", "localhost").contains(host), host);
    }
  }

  @Test
  void who_does_not_know_its_name_can_neither_read_nor_change_nor_list() {
    try (var server = start();
        var shelves = StoredShelves.in(server)) {
      shelves.consents().insert(CLIENT, CONSENT);
      String address = server.uri().substring(0, server.uri().lastIndexOf('/'));
      try (var stranger = MongoClients.create(address)) {
        var commands =
            List.of(
                new Document("find", "consents"),
                new Document("insert", "consents").append("documents", List.of()),
                new Document("dropDatabase", 1),
                new Document("drop", "consents"),
                new Document("listCollections", 1),
                new Document("aggregate", "consents").append("pipeline", List.of()));
        for (String name : List.of("handrail", "admin", "test")) {
          var database = stranger.getDatabase(name);
          for (Document command : commands) {
            assertThrows(
                MongoException.class,
                () -> database.runCommand(command),
                name + " " + command.toJson());
          }
        }
        assertThrows(MongoException.class, () -> stranger.listDatabaseNames().first());
      }
      assertEquals(Optional.of(CONSENT), shelves.consents().get(CLIENT));
    }
  }

  @Test
  void a_query_that_would_scan_is_not_what_the_port_can_say() {
    for (var method : Documents.class.getDeclaredMethods()) {
      for (Class<?> type : method.getParameterTypes()) {
        assertFalse(
            type.getPackageName().startsWith("org.bson")
                || type.getPackageName().startsWith("com.mongodb"),
            method.toString());
      }
    }
  }

  @Test
  void nothing_that_is_asked_of_it_takes_longer_for_there_being_more() {
    try (var server = start();
        var documents = new MongoDocuments(server.uri())) {
      var few = "few";
      var many = "many";
      for (int i = 0; i < 10; i++) documents.insert(few, document(i, 1));
      fill(documents, many, 5_000);
      List<Function<String, Object>> asked =
          List.of(
              c -> documents.get(c, "5"),
              c -> documents.get(c, List.of("1", "5", "9", "none")),
              c -> documents.insert(c, document(5, 1)),
              c -> documents.replace(c, document(5, 7), 6),
              c -> {
                documents.delete(c, "none");
                return "";
              });
      for (var ask : asked) {
        double ratio = timesAsLong(ask, many, few);
        assertTrue(ratio < 8, "question " + asked.indexOf(ask) + " takes " + ratio + " times");
      }
    }
  }

  private static Documents.Document document(int id, long version) {
    return new Documents.Document(String.valueOf(id), version, new byte[800]);
  }

  private static void fill(Documents documents, String collection, int most) {
    try (var writers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < most; i++) {
        int id = i;
        writers.submit(() -> documents.insert(collection, document(id, 1)));
      }
    }
  }

  /** By the median, and in turns, for others may be busy on this machine. */
  private static double timesAsLong(Function<String, Object> ask, String many, String few) {
    long[] ofMany = new long[41];
    long[] ofFew = new long[41];
    for (int i = 0; i < ofMany.length; i++) {
      ofMany[i] = nanos(ask, many);
      ofFew[i] = nanos(ask, few);
    }
    Arrays.sort(ofMany);
    Arrays.sort(ofFew);
    return ofMany[20] / (double) ofFew[20];
  }

  private static long nanos(Function<String, Object> ask, String of) {
    long began = System.nanoTime();
    var unused = ask.apply(of);
    return System.nanoTime() - began;
  }

  @Test
  void nothing_is_saved_while_a_write_is_half_done() throws Exception {
    try (var server = start();
        var shelves = StoredShelves.in(server);
        var writers = Executors.newFixedThreadPool(6)) {
      shelves.consents().insert(CLIENT, CONSENT);
      var plan = CarePlan.cautious(Set.of(), Instant.EPOCH);
      shelves.planHistory().insert(new OfClient<>(CLIENT, 0), plan); // the server opens its maps
      MVStore store = server.backend.getMvStore();
      var documents = store.<Object, Object>openMap("databases.handrail.planHistory");
      var keys = store.<Object, Object>openMap("handrail.planHistory._index__id_");
      for (int i = 1; i < 600; i++) {
        var key = new OfClient<>(CLIENT, i);
        writers.submit(() -> shelves.planHistory().insert(key, plan));
      }
      writers.shutdown();
      while (!writers.isTerminated()) {
        server.backend.betweenWrites(() -> assertEquals(keys.sizeAsLong(), documents.sizeAsLong()));
      }
      assertEquals(600, documents.sizeAsLong());
    }
  }

  @Test
  void a_file_that_is_mostly_dead_is_compacted_and_holds_the_same() throws Exception {
    try (var server = start();
        var shelves = StoredShelves.in(server)) {
      shelves.consents().insert(CLIENT, CONSENT);
      Journal.fill(shelves, CLIENT, 200);
    }
    Path file = folder.resolve(EmbeddedServer.FILE_NAME);
    long before = Files.size(file);
    var store = EmbeddedServer.opened(file);
    assertTrue(EmbeddedServer.worthCompacting(store.getFileStore(), 100_000));
    assertFalse(EmbeddedServer.worthCompacting(store.getFileStore(), before));
    store.close();
    EmbeddedServer.compacted(file).close();
    assertTrue(Files.size(file) < before / 2, before + " to " + Files.size(file));
    try (var server = start();
        var shelves = StoredShelves.in(server)) {
      assertEquals(Optional.of(CONSENT), shelves.consents().get(CLIENT));
      assertEquals(200, shelves.turns().last(CLIENT, 300).size());
    }
  }
}
