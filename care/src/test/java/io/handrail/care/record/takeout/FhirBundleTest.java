package io.handrail.care.record.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
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
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.protocol.Value;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.care.record.Consent;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The bundle is read by HAPI FHIR's own model of R4, which refuses what the standard has not. */
class FhirBundleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
  private static final ClientId ANA = new ClientId(new ClinicId("harbour"), "ana");
  private static final String WORDS = "They don't \"want\" me there\n\u0007 <b>ñ</b> \uD83D\uDE00";
  private final Protocols protocols = ProtocolFolder.open(folder());
  private final Instruments instruments = InstrumentFolder.open(folder());
  private final Shelves shelves = StoredShelves.inMemory();
  private final Client ana =
      new Client(
          ANA,
          "Ana " + WORDS,
          ZoneId.of("Europe/Madrid"),
          "en",
          Client.Enrolment.ACTIVE,
          NOW.minusSeconds(90_000_000),
          Optional.of(new StaffId(ANA.clinic(), "maya")),
          Optional.of(NOW),
          true);

  private static Path folder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }

  private RecordCopy lived() {
    shelves.clients().insert(ANA, ana);
    for (int seq = 1; seq <= 3; seq++) {
      var turn =
          new Turn(
              new TurnId(ANA, seq),
              ConversationId.startingAt(1),
              NOW,
              new Opening.Said(new MessageId("message-" + seq), WORDS),
              Screening.NOTHING_SAID,
              List.of(),
              State.FIRST,
              List.of(Line.script(Line.Kind.ASK, "What happened?")),
              Optional.of(new Closing(NOW, new Outcome.Scripted("tapped"), Provenance.NONE)));
      shelves.turns().open(turn);
    }
    var homework = Homework.proposed("h1", WORDS, "on Monday", Optional.empty(), "Ana", NOW);
    homework = homework.approved("Maya", NOW, WORDS, "on Monday", "Good.");
    shelves.homework().insert(ANA, HomeworkBook.EMPTY.with(homework));
    exercise();
    for (String name : List.of("phq9", "gad7", "who5")) measure(name);
    return new Copying(shelves, protocols, instruments).of(ana, NOW);
  }

  private void exercise() {
    var protocol = protocols.active("thought_record").orElseThrow();
    var run =
        new Run(
            new RunId("r1"),
            protocol.ref(),
            "en",
            Run.Status.FINISHED,
            "end",
            0,
            Map.of("situation", new Value.Text(WORDS)),
            List.of("situation"),
            List.of(),
            4);
    var record = new ExerciseRecord(run, ConversationId.startingAt(1), NOW, NOW, 1, 3);
    shelves.exercises().insert(new OfClient<>(ANA, "r1"), record);
    shelves
        .exerciseIndex()
        .insert(
            ANA,
            ExerciseIndex.EMPTY.with(new ExerciseIndex.Entry("r1", protocol.ref(), NOW, true)));
  }

  private void measure(String name) {
    var by = instruments.active(name).orElseThrow();
    Map<String, Integer> answers =
        by.items().stream()
            .collect(Collectors.toMap(i -> i.linkId(), i -> i.options().getFirst().value()));
    var result = new MeasureResult("m-" + name, by.ref(), "en", NOW, 3, answers, Optional.of(0), 0);
    shelves.measures().change(ANA, MeasureBook.EMPTY, book -> book.with(result));
  }

  private Bundle bundle() {
    RecordCopy copy = lived();
    var results = shelves.measures().get(ANA).orElse(MeasureBook.EMPTY).results();
    String json = JsonText.of(FhirBundle.of(copy, ana, results, instruments));
    var parser =
        FhirContext.forR4().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    return parser.parseResource(Bundle.class, json);
  }

  private static <T> List<T> all(Bundle bundle, Class<T> type) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void the_bundle_is_r4_and_holds_every_part_of_the_record() {
    Bundle bundle = bundle();
    assertEquals(Bundle.BundleType.COLLECTION, bundle.getType());
    assertEquals(1, all(bundle, Patient.class).size());
    assertEquals(4, all(bundle, QuestionnaireResponse.class).size());
    assertEquals(3, all(bundle, Observation.class).size());
    assertEquals(1, all(bundle, CarePlan.class).size());
    assertEquals(1, all(bundle, Goal.class).size());
    List<DocumentReference> talks = all(bundle, DocumentReference.class);
    assertEquals(1, talks.size());
    String text =
        new String(
            talks.getFirst().getContentFirstRep().getAttachment().getData(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(3, text.split("What happened\\?", -1).length - 1);
    assertTrue(text.contains("ñ"));
  }

  @Test
  void totals_carry_their_loinc_code_and_point_at_their_answers() {
    Bundle bundle = bundle();
    Set<String> codes =
        all(bundle, Observation.class).stream()
            .flatMap(o -> o.getCode().getCoding().stream())
            .filter(c -> c.getSystem().equals("http://loinc.org"))
            .map(c -> c.getCode())
            .collect(Collectors.toSet());
    assertTrue(codes.contains("44261-6"), "PHQ-9 total: " + codes);
    assertTrue(codes.contains("70274-6"), "GAD-7 total: " + codes);
    Set<String> there = urls(bundle);
    for (Observation total : all(bundle, Observation.class)) {
      assertTrue(there.contains(total.getDerivedFromFirstRep().getReference()));
    }
  }

  private static Set<String> urls(Bundle bundle) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getFullUrl)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void every_reference_leads_to_something_in_the_bundle_and_every_address_is_one_of_a_kind() {
    Bundle bundle = bundle();
    Set<String> there = urls(bundle);
    assertEquals(bundle.getEntry().size(), there.size());
    for (var entry : bundle.getEntry()) {
      Resource resource = entry.getResource();
      List<Reference> references =
          FhirContext.forR4()
              .newTerser()
              .getAllPopulatedChildElementsOfType(resource, Reference.class);
      for (Reference reference : references) {
        String to = reference.getReference();
        if (to != null && !to.startsWith("#")) assertTrue(there.contains(to), to);
      }
    }
  }

  @Test
  void required_elements_of_r4_are_there() {
    for (var entry : bundle().getEntry()) {
      switch (entry.getResource()) {
        case Observation o -> assertTrue(o.hasStatus() && o.hasCode());
        case QuestionnaireResponse q -> assertTrue(q.hasStatus());
        case CarePlan c -> assertTrue(c.hasStatus() && c.hasIntent() && c.hasSubject());
        case Goal g -> assertTrue(g.hasLifecycleStatus() && g.hasDescription() && g.hasSubject());
        case DocumentReference d -> assertTrue(d.hasStatus() && d.hasContent());
        case Patient p -> assertTrue(p.hasName());
        default -> throw new AssertionError("nobody expects " + entry.getResource());
      }
    }
  }

  @Test
  void the_plain_json_says_the_same_and_any_words_survive_it() throws Exception {
    RecordCopy copy = lived();
    JsonNode json = new ObjectMapper().readTree(JsonText.of(copy));
    assertEquals(WORDS, json.at("/talks/0/entries/0/text").asText());
    assertEquals(WORDS, json.at("/homework/0/task").asText());
    assertEquals("Good.", json.at("/homework/0/history/1/comment").asText());
    assertEquals(3, json.get("questionnaires").size());
    assertEquals("finished", json.at("/worksheets/0/state").asText());
    assertFalse(json.has("consent"), "what is not there is left out");
  }

  @Test
  void the_plain_json_says_to_what_somebody_agreed() throws Exception {
    lived();
    var consent = new Consent("2026-1", true, NOW, Optional.empty(), Optional.of(true));
    shelves.consents().insert(ANA, consent);
    RecordCopy copy = new Copying(shelves, protocols, instruments).of(ana, NOW);
    JsonNode agreed = new ObjectMapper().readTree(JsonText.of(copy)).get("consent");
    assertEquals("2026-1", agreed.get("version").asText());
    assertTrue(agreed.get("model").asBoolean() && agreed.get("summaries").asBoolean());
  }
}
