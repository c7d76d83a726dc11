package io.handrail.care.record.takeout;

import io.handrail.care.clinic.Client;
import io.handrail.care.measure.FhirResponse;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.record.takeout.RecordCopy.Entry;
import io.handrail.care.record.takeout.RecordCopy.Talk;
import io.handrail.care.record.takeout.RecordCopy.Task;
import io.handrail.care.record.takeout.RecordCopy.Worksheet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record as a FHIR R4 Bundle of type collection: the Patient, each questionnaire as a
 * QuestionnaireResponse with its total as an Observation (LOINC), worksheets as
 * QuestionnaireResponses, homework as a CarePlan with a Goal, conversations as DocumentReferences
 * that hold their text. https://hl7.org/fhir/R4/bundle.html
 */
public final class FhirBundle {
  private static final String LOINC = "http://loinc.org";
  private static final int TITLE_MAX = 120;
  private final RecordCopy copy;
  private final Client client;
  private final Instruments instruments;
  private final List<Map<String, Object>> entries = new ArrayList<>();

  private FhirBundle(RecordCopy copy, Client client, Instruments instruments) {
    this.copy = copy;
    this.client = client;
    this.instruments = instruments;
  }

  /**
   * @param results the questionnaires behind those of the copy
   */
  public static Map<String, Object> of(
      RecordCopy copy, Client client, List<MeasureResult> results, Instruments instruments) {
    var bundle = new FhirBundle(copy, client, instruments);
    bundle.patient();
    results.forEach(bundle::questionnaire);
    copy.worksheets().forEach(bundle::worksheet);
    bundle.carePlan();
    copy.talks().forEach(bundle::conversation);
    var all = new LinkedHashMap<String, Object>();
    all.put("resourceType", "Bundle");
    all.put("identifier", identifier("copy", client.id() + "/" + copy.madeAt()));
    all.put("type", "collection");
    all.put("timestamp", time(copy.madeAt()));
    all.put("entry", bundle.entries);
    return all;
  }

  private void add(String what, Map<String, Object> resource) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("fullUrl", url(what));
    entry.put("resource", resource);
    entries.add(entry);
  }

  /** The same thing has the same address in every copy. */
  private String url(String what) {
    byte[] name = (client.id() + "/" + what).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
  }

  private Map<String, Object> reference(String what) {
    return Map.of("reference", url(what));
  }

  private static Map<String, Object> identifier(String kind, String value) {
    return Map.of("system", "urn:handrail:" + kind, "value", value);
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Map<String, Object> resource(String type) {
    var resource = new LinkedHashMap<String, Object>();
    resource.put("resourceType", type);
    resource.put("language", copy.language());
    return resource;
  }

  private void patient() {
    var patient = resource("Patient");
    patient.put("identifier", List.of(identifier("client", client.id().toString())));
    patient.put("active", client.enrolment() == Client.Enrolment.ACTIVE);
    patient.put("name", List.of(Map.of("use", "usual", "text", copy.name())));
    patient.put(
        "communication",
        List.of(
            Map.of(
                "language",
                Map.of(
                    "coding",
                    List.of(Map.of("system", "urn:ietf:bcp:47", "code", copy.language()))),
                "preferred",
                true)));
    add("patient", patient);
  }

  private void questionnaire(MeasureResult result) {
    Optional<Instrument> by = instruments.at(result.instrument());
    if (by.isEmpty()) return; // its version is gone; the plain copy has the answers
    var response = new LinkedHashMap<>(FhirResponse.of(client.id(), by.get(), result));
    response.put("subject", reference("patient"));
    response.put("author", reference("patient"));
    response.put("source", reference("patient"));
    add("measure/" + result.id(), response);
    result.total().ifPresent(total -> total(result, by.get(), total));
  }

  private void total(MeasureResult result, Instrument by, int total) {
    var observation = resource("Observation");
    observation.put("status", "final");
    observation.put(
        "category",
        List.of(
            Map.of(
                "coding",
                List.of(
                    Map.of(
                        "system",
                        "http://terminology.hl7.org/CodeSystem/observation-category",
                        "code",
                        "survey")))));
    var code = new LinkedHashMap<String, Object>();
    by.scoring()
        .code()
        .ifPresent(loinc -> code.put("coding", List.of(Map.of("system", LOINC, "code", loinc))));
    code.put("text", by.title(result.language()));
    observation.put("code", code);
    observation.put("subject", reference("patient"));
    observation.put("effectiveDateTime", time(result.at()));
    observation.put("valueInteger", total);
    by.band(total)
        .ifPresent(band ->
            observation.put(
                "interpretation", List.of(Map.of("text", band.name(result.language())))));
    observation.put("derivedFrom", List.of(reference("measure/" + result.id())));
    add("total/" + result.id(), observation);
  }

  private void worksheet(Worksheet worksheet) {
    var response = resource("QuestionnaireResponse");
    response.put("identifier", identifier("exercise", client.id() + "/" + worksheet.id()));
    response.put(
        "questionnaire", "urn:handrail:protocol:" + worksheet.exercise().replace(' ', '|'));
    response.put("status", worksheet.state().equals("finished") ? "completed" : "stopped");
    response.put("subject", reference("patient"));
    response.put("authored", time(worksheet.at()));
    response.put("author", reference("patient"));
    var items = new ArrayList<Map<String, Object>>();
    for (RecordCopy.Row row : worksheet.rows()) {
      var item = new LinkedHashMap<String, Object>();
      item.put("linkId", row.step());
      if (!row.title().isBlank()) item.put("text", row.title());
      var answers =
          row.lines().stream()
              .filter(line -> !line.isBlank())
              .map(line -> Map.of("valueString", line))
              .toList();
      if (!answers.isEmpty()) item.put("answer", answers);
      items.add(item);
    }
    if (!items.isEmpty()) response.put("item", items);
    add("exercise/" + worksheet.id(), response);
  }

  private void carePlan() {
    if (copy.homework().isEmpty()) return;
    var goal = resource("Goal");
    goal.put("lifecycleStatus", "active");
    goal.put("description", Map.of("text", "Practise between sessions"));
    goal.put("subject", reference("patient"));
    add("goal", goal);
    var plan = resource("CarePlan");
    plan.put("status", "active");
    plan.put("intent", "plan");
    plan.put("title", "Homework between sessions");
    plan.put("subject", reference("patient"));
    plan.put("created", time(copy.madeAt()));
    plan.put("goal", List.of(reference("goal")));
    plan.put("activity", copy.homework().stream().map(FhirBundle::activity).toList());
    add("homework", plan);
  }

  private static Map<String, Object> activity(Task task) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put(
        "status",
        switch (task.status()) {
          case "proposed" -> "not-started";
          case "approved" -> "scheduled";
          case "declined" -> "cancelled";
          default -> "completed";
        });
    detail.put("doNotPerform", false);
    if (!task.when().isBlank()) detail.put("scheduledString", task.when());
    detail.put("description", task.task());
    var activity = new LinkedHashMap<String, Object>();
    var notes =
        task.history().stream()
            .filter(move -> !move.comment().isBlank())
            .map(move -> {
              var note = new LinkedHashMap<String, Object>();
              note.put("authorString", move.by());
              note.put("time", time(move.at()));
              note.put("text", move.comment());
              return note;
            })
            .toList();
    if (!notes.isEmpty()) activity.put("progress", notes);
    activity.put("detail", detail);
    return activity;
  }

  private void conversation(Talk talk) {
    var document = resource("DocumentReference");
    document.put("identifier", List.of(identifier("conversation", client.id() + "/" + talk.id())));
    document.put("status", "current");
    document.put("docStatus", "final");
    document.put("type", Map.of("text", "Conversation with a guided exercise program"));
    document.put("subject", reference("patient"));
    document.put("date", time(talk.at()));
    var attachment = new LinkedHashMap<String, Object>();
    attachment.put("contentType", "text/plain; charset=utf-8");
    attachment.put("language", copy.language());
    attachment.put(
        "data", Base64.getEncoder().encodeToString(text(talk).getBytes(StandardCharsets.UTF_8)));
    attachment.put("title", title(talk));
    attachment.put("creation", time(talk.at()));
    document.put("content", List.of(Map.of("attachment", attachment)));
    add("conversation/" + talk.id(), document);
  }

  private static String title(Talk talk) {
    String title = "Conversation of " + time(talk.at());
    return title.length() > TITLE_MAX ? title.substring(0, TITLE_MAX) : title;
  }

  private static String text(Talk talk) {
    var text = new StringBuilder();
    for (Entry entry : talk.entries()) {
      text.append(time(entry.at())).append("  ").append(entry.from());
      if (!entry.by().isEmpty()) text.append(" (").append(entry.by()).append(')');
      text.append(": ").append(entry.text()).append('\n');
    }
    return text.toString();
  }
}
