package io.handrail.care.measure;

import io.handrail.care.clinic.ClientId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result as a FHIR R4 QuestionnaireResponse. The Questionnaire it answers is contained in it, so
 * that the file explains itself wherever it is read.
 */
public final class FhirResponse {
  private static final String LOINC = "http://loinc.org";
  private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

  private FhirResponse() {}

  public static Map<String, Object> of(ClientId client, Instrument by, MeasureResult result) {
    String language = by.spoken(result.language());
    var response = new LinkedHashMap<String, Object>();
    response.put("resourceType", "QuestionnaireResponse");
    response.put("language", language);
    response.put("contained", List.of(questionnaire(by, language)));
    response.put(
        "identifier",
        Map.of("system", "urn:handrail:measure", "value", client + "/" + result.id()));
    response.put("questionnaire", "#questionnaire");
    response.put("status", result.total().isPresent() ? "completed" : "stopped");
    response.put("subject", reference(client));
    response.put("authored", result.at().truncatedTo(ChronoUnit.SECONDS).toString());
    response.put("author", reference(client));
    response.put("source", reference(client));
    response.put("item", items(by, result, language));
    return response;
  }

  private static Map<String, Object> reference(ClientId client) {
    return Map.of(
        "identifier", Map.of("system", "urn:handrail:client", "value", client.toString()));
  }

  private static List<Map<String, Object>> items(
      Instrument by, MeasureResult result, String language) {
    var items = new ArrayList<Map<String, Object>>();
    for (Instrument.Item item : by.items()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("linkId", item.linkId());
      one.put("text", item.text(language));
      Integer value = result.answers().get(item.linkId());
      // Left blank is left out: there is no answer, and no 0 in its place.
      if (value != null) {
        item.option(value)
            .ifPresent(o -> one.put("answer", List.of(Map.of("valueCoding", coding(o, language)))));
      }
      items.add(one);
    }
    result.total().ifPresent(total -> items.add(total(total, language)));
    return items;
  }

  private static Map<String, Object> total(int total, String language) {
    var item = new LinkedHashMap<String, Object>();
    item.put("linkId", "total");
    item.put("text", language.equals("es") ? "Total" : "Total score");
    item.put("answer", List.of(Map.of("valueInteger", total)));
    return item;
  }

  private static Map<String, Object> coding(Instrument.Option option, String language) {
    var coding = new LinkedHashMap<String, Object>();
    coding.put("extension", List.of(Map.of("url", ORDINAL, "valueDecimal", option.value())));
    option.code().ifPresent(code -> coding.put("system", LOINC));
    coding.put("code", option.code().orElse(Integer.toString(option.value())));
    coding.put("display", option.display(language));
    return coding;
  }

  private static Map<String, Object> questionnaire(Instrument by, String language) {
    var questionnaire = new LinkedHashMap<String, Object>();
    questionnaire.put("resourceType", "Questionnaire");
    questionnaire.put("id", "questionnaire");
    questionnaire.put("name", by.ref().name());
    questionnaire.put("version", by.ref().version());
    questionnaire.put("title", by.title(language));
    questionnaire.put("status", "active");
    questionnaire.put("copyright", by.copyright());
    by.code().ifPresent(code -> questionnaire.put("code", List.of(loinc(code))));
    var items = new ArrayList<Map<String, Object>>();
    for (Instrument.Item item : by.items()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("linkId", item.linkId());
      item.code().ifPresent(code -> one.put("code", List.of(loinc(code))));
      one.put("text", item.text(language));
      one.put("type", "choice");
      one.put(
          "answerOption",
          item.options().stream().map(o -> Map.of("valueCoding", coding(o, language))).toList());
      items.add(one);
    }
    var total = new LinkedHashMap<String, Object>();
    total.put("linkId", "total");
    by.scoring().code().ifPresent(code -> total.put("code", List.of(loinc(code))));
    total.put("type", "integer");
    total.put("readOnly", true);
    items.add(total);
    questionnaire.put("item", items);
    return questionnaire;
  }

  private static Map<String, Object> loinc(String code) {
    return Map.of("system", LOINC, "code", code);
  }
}
