package io.handrail.care.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.StoreFault;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.SignInName;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.care.record.audit.AuditCheck;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.care.record.erasure.Eraser;
import io.handrail.care.record.erasure.Receipt;
import io.handrail.care.review.PrivateNotes;
import io.handrail.care.review.Readings;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After an erasure nothing of the client can be read, and hardly anything is even there. */
class ErasureTest {
  private static final String CANARY = "canary-of-ana-9120";
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final ClinicId CLINIC = new ClinicId("harbour");
  private static final StaffId MAYA = new StaffId(CLINIC, "maya");
  private static final StaffId INES = new StaffId(CLINIC, "ines");
  private static final ClientId ANA = new ClientId(CLINIC, "ana");
  private static final ClientId BEA = new ClientId(CLINIC, "bea");
  @TempDir Path folder;
  private AutoCloseable server = () -> {};
  private Documents documents;
  private KeyEncryptionKey key;
  private StoredShelves shelves;
  private AuditTrail trail;
  private Eraser eraser;

  private void open(String store) {
    if (store.equals("memory")) {
      documents = new InMemoryDocuments();
      key = KeyEncryptionKey.fresh();
    } else {
      EmbeddedServer embedded = EmbeddedServer.start(folder, Map.of());
      server = embedded;
      documents = new MongoDocuments(embedded.uri());
      key = embedded.key();
    }
    shelves = new StoredShelves(documents, key);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    trail = new AuditTrail(shelves, clock);
    eraser = new Eraser(shelves, trail, clock);
    shelves
        .clinics()
        .insert(
            CLINIC,
            new Clinic(
                CLINIC, "Harbour", ZoneOffset.UTC, "GB", List.of(MAYA, INES), List.of(), true));
    staff(MAYA, Role.CLINICIAN);
    staff(INES, Role.ADMIN);
    live(ANA, CANARY);
    live(BEA, "what bea wrote");
  }

  @AfterEach
  void close() throws Exception {
    if (documents != null) documents.close();
    server.close();
  }

  private void staff(StaffId id, Role role) {
    shelves.staff().insert(id, new Staff(id, id.value(), "Therapist", "", Set.of(role), List.of()));
  }

  private void live(ClientId id, String words) {
    shelves
        .clients()
        .insert(
            id,
            new Client(
                id,
                words,
                ZoneId.of("Europe/Madrid"),
                "en",
                Client.Enrolment.ACTIVE,
                NOW.minusSeconds(5_000_000),
                Optional.of(MAYA),
                Optional.of(NOW),
                true));
    new Roll(shelves).enrol(id);
    shelves.staff().change(MAYA, member -> member.withCase(id));
    CarePlan plan = CarePlan.cautious(Set.of("thought_record"), NOW);
    shelves.plans().insert(id, plan);
    shelves.planHistory().insert(new OfClient<>(id, plan.version()), plan);
    shelves.consents().insert(id, new Consent(words, true, NOW, Optional.empty()));
    var homework = Homework.proposed("h1", words, "soon", Optional.empty(), words, NOW);
    shelves.homework().insert(id, HomeworkBook.EMPTY.with(homework));
    shelves
        .privateNotes()
        .insert(
            new OfClient<>(id, MAYA.value()),
            PrivateNotes.EMPTY.with(new PrivateNotes.Note("n", NOW, Optional.empty(), words)));
    shelves
        .readings()
        .insert(
            new OfClient<>(id, Readings.month(NOW)),
            Readings.EMPTY.with(new Readings.Reading(MAYA, "Maya", NOW, 1, 2, Readings.Why.CARE)));
    var account = new Account(words, "hash", new ClientActor(id), true, 0, NOW);
    shelves.accounts().insert(words, account);
    shelves.clientSignIns().insert(id, new SignInName(words));
    for (int seq = 1; seq <= 20; seq++) talk(id, seq, words);
  }

  private void talk(ClientId id, long seq, String words) {
    var flag = new Flag(id.value() + "-f1", Level.CRISIS, "risk", NOW);
    boolean flagged = seq == 7;
    var turn =
        new Turn(
            new TurnId(id, seq),
            ConversationId.startingAt(seq < 11 ? 1 : 11),
            NOW,
            new Opening.Said(new MessageId("message-" + seq + "-0000"), words),
            Screening.NOTHING_SAID,
            flagged ? List.of(flag) : List.of(),
            State.FIRST,
            List.of(),
            Optional.empty());
    assertTrue(shelves.turns().open(turn));
    shelves.turns().append(turn.id(), List.of(Line.script(Line.Kind.ASK, words)));
    Turn shown = shelves.turns().get(turn.id()).orElseThrow();
    shelves
        .turns()
        .close(
            shown.closed(
                new Closing(NOW, new Outcome.Scripted("tapped"), Provenance.NONE), State.FIRST));
    if (!flagged) return;
    var by = new RiskItem.Acknowledgement(MAYA, "Maya", NOW, "called");
    var item = new RiskItem(flag, id, turn.id(), words, List.of(), Optional.of(by));
    shelves.risk().insert(new OfClient<>(id, flag.id()), item);
  }

  /** Every collection that the shelves know, and those beneath them. */
  private static List<String> collections() {
    Stream<String> shelved =
        Arrays.stream(Shelves.class.getMethods())
            .filter(method -> method.getReturnType() == Shelf.class)
            .map(Method::getName);
    return Stream.concat(shelved, Stream.of("turns", "heads", "keys")).sorted().toList();
  }

  private record Found(String collection, Documents.Document document) {}

  private List<Found> named(ClientId id) {
    var found = new ArrayList<Found>();
    for (String collection : collections()) {
      documents.forEach(
          collection,
          document -> {
            boolean own =
                document.id().equals(id.toString())
                    || document.id().startsWith(id + "/")
                    || document.id().equals("client/" + id);
            if (own) found.add(new Found(collection, document));
          });
    }
    return found;
  }

  private Receipt erased() {
    eraser.ask(ANA, Optional.of(INES));
    return assertInstanceOf(Eraser.Result.Erased.class, eraser.confirm(ANA, MAYA)).receipt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "embedded"})
  void nothing_of_the_client_is_left_but_the_grave_of_the_key_and_the_receipt(String store) {
    open(store);
    assertTrue(named(ANA).size() > 30, "there was something to erase");
    long others = named(BEA).size();
    erased();
    assertEquals(
        List.of("erasures", "keys"), named(ANA).stream().map(Found::collection).sorted().toList());
    assertEquals(0, grave().body().length);
    assertEquals(others, named(BEA).size(), "nobody else lost anything");
    for (String collection : collections()) {
      documents.forEach(
          collection,
          document ->
              assertFalse(
                  new String(document.body(), StandardCharsets.ISO_8859_1).contains(CANARY)));
    }
    assertEquals(Optional.empty(), shelves.accounts().get(CANARY));
    assertFalse(shelves.clinics().get(CLINIC).orElseThrow().clients().contains(ANA));
    assertFalse(shelves.staff().get(MAYA).orElseThrow().caseload().contains(ANA));
    assertEquals(List.of(BEA), shelves.turns().journals());
    assertEquals(List.of(), shelves.turns().unfinished());
    assertEquals(20, shelves.turns().last(BEA, 100).size());
  }

  private Documents.Document grave() {
    return documents.get("keys", "client/" + ANA).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "embedded"})
  void documents_that_come_back_from_a_backup_without_the_key_cannot_be_read(String store) {
    open(store);
    List<Found> backup = named(ANA).stream().filter(f -> !f.collection().equals("keys")).toList();
    erased();
    for (Found old : backup) documents.insert(old.collection(), old.document());
    var restored = new StoredShelves(documents, key);
    for (StoredShelves reader : List.of(shelves, restored)) {
      assertGone(() -> reader.clients().get(ANA));
      assertGone(() -> reader.turns().last(ANA, 3));
      assertGone(() -> reader.homework().get(ANA));
      assertGone(() -> reader.privateNotes().get(new OfClient<>(ANA, MAYA.value())));
      assertGone(() -> reader.risk().get(new OfClient<>(ANA, "ana-f1")));
      assertGone(() -> reader.memories().insert(ANA, io.handrail.care.record.Memory.EMPTY));
    }
  }

  private static void assertGone(org.junit.jupiter.api.function.Executable act) {
    assertEquals(StoreFault.Category.KEY_GONE, assertThrows(StoreFault.class, act).category());
  }

  @ParameterizedTest
  @ValueSource(strings = "memory")
  void the_receipt_is_signed_and_says_how_much_there_was_and_no_word(String store) {
    open(store);
    Receipt receipt = erased();
    assertTrue(receipt.holds());
    assertEquals(20, receipt.counts().entries());
    assertEquals(2, receipt.counts().conversations());
    assertEquals(1, receipt.counts().crises());
    assertEquals("ines", receipt.askedBy());
    assertEquals("maya", receipt.confirmedBy());
    assertFalse(receipt.text().contains(CANARY));
    var altered =
        new Receipt(
            receipt.number(),
            receipt.clinic(),
            receipt.askedBy(),
            receipt.askedAt(),
            "tom",
            receipt.confirmedAt(),
            receipt.erasedAt(),
            receipt.counts(),
            receipt.key(),
            receipt.signature());
    assertFalse(altered.holds());
    assertEquals(receipt, eraser.of(ANA).orElseThrow().receipt().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = "memory")
  void the_trail_outlives_the_client_and_still_holds(String store) {
    open(store);
    erased();
    assertInstanceOf(AuditCheck.Holds.class, trail.check(CLINIC, Optional.empty()));
    assertEquals(
        List.of("ERASED", "ERASURE_CONFIRMED", "ERASURE_ASKED"),
        trail.before(CLINIC, 0, 1).stream().map(e -> e.deed().kind().name()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = "memory")
  void one_person_alone_erases_nobody(String store) {
    open(store);
    assertInstanceOf(Eraser.Result.NothingAsked.class, eraser.confirm(ANA, MAYA));
    eraser.ask(ANA, Optional.of(MAYA));
    assertInstanceOf(Eraser.Result.NeedsAnother.class, eraser.confirm(ANA, MAYA));
    assertTrue(shelves.clients().get(ANA).isPresent());
    eraser.withdraw(ANA, Optional.empty());
    assertInstanceOf(Eraser.Result.NothingAsked.class, eraser.confirm(ANA, INES));
    eraser.ask(ANA, Optional.empty());
    assertInstanceOf(Eraser.Result.Erased.class, eraser.confirm(ANA, MAYA));
    assertInstanceOf(Eraser.Result.NothingAsked.class, eraser.confirm(ANA, INES));
  }

  @ParameterizedTest
  @ValueSource(strings = "memory")
  void an_open_flag_comes_first(String store) {
    open(store);
    shelves
        .riskQueues()
        .change(
            CLINIC,
            RiskQueue.EMPTY,
            queue -> queue.with(new RiskQueue.Entry("ana-f1", ANA, Level.CRISIS, NOW)));
    eraser.ask(ANA, Optional.of(INES));
    assertInstanceOf(Eraser.Result.FlagsOpen.class, eraser.confirm(ANA, MAYA));
    assertTrue(shelves.clients().get(ANA).isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 12, 30, 50})
  void what_a_crash_cut_short_is_finished_by_confirming_again(int deletions) {
    open("memory");
    eraser.ask(ANA, Optional.of(INES));
    var failing = new StoredShelves(new Failing(documents, deletions), key);
    var cutShort = new Eraser(failing, trail, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThrows(IllegalStateException.class, () -> cutShort.confirm(ANA, MAYA));
    var after = new StoredShelves(documents, key);
    var again = new Eraser(after, new AuditTrail(after, Clock.systemUTC()), Clock.systemUTC());
    assertInstanceOf(Eraser.Result.Erased.class, again.confirm(ANA, INES));
    assertEquals(
        List.of("erasures", "keys"), named(ANA).stream().map(Found::collection).sorted().toList());
  }

  /** Ends in the middle of the removing. */
  private record Failing(Documents under, int[] left) implements Documents {
    Failing(Documents under, int deletions) {
      this(under, new int[] {deletions});
    }

    @Override
    public Optional<Document> get(String collection, String id) {
      return under.get(collection, id);
    }

    @Override
    public Map<String, Document> get(String collection, java.util.Collection<String> ids) {
      return under.get(collection, ids);
    }

    @Override
    public boolean insert(String collection, Document document) {
      return under.insert(collection, document);
    }

    @Override
    public boolean replace(String collection, Document next, long expected) {
      return under.replace(collection, next, expected);
    }

    @Override
    public void delete(String collection, String id) {
      if (left[0]-- == 0) throw new IllegalStateException("the power went");
      under.delete(collection, id);
    }

    @Override
    public void forEach(String collection, java.util.function.Consumer<Document> each) {
      under.forEach(collection, each);
    }

    @Override
    public void close() {}
  }
}
