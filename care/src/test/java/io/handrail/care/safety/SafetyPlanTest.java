package io.handrail.care.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.protocol.Documents;
import io.handrail.care.safety.PlanPart.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyPlanTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Signature AMARA = new Signature("Amara", NOW, "");
  private static final String ANA = "Ana, my sister, 07700 900123";

  @Test
  void the_clients_own_steps_count_at_once() {
    SafetyPlan plan = SafetyPlan.EMPTY.written(PlanStep.SIGNS, List.of("I pace"), "Maya", NOW);
    assertEquals(List.of("I pace"), plan.part(PlanStep.SIGNS).agreed());
    assertEquals(List.of(), plan.waiting());
    assertEquals(1, plan.version());
  }

  @ParameterizedTest
  @EnumSource(names = {"HELPERS", "PROFESSIONALS", "SURROUNDINGS"})
  void a_step_that_is_signed_waits_and_is_seen_meanwhile(PlanStep step) {
    SafetyPlan plan = SafetyPlan.EMPTY.added(step, List.of(ANA), "Maya", NOW);
    assertEquals(List.of(), plan.part(step).agreed());
    assertEquals(List.of(ANA), plan.part(step).wanted());
    assertEquals(List.of(step), plan.waiting());
    SafetyPlan signed = plan.signed(step, AMARA);
    assertEquals(List.of(ANA), signed.part(step).agreed());
    assertEquals(List.of(), signed.waiting());
    assertEquals("Amara", signed.part(step).signature().orElseThrow().by());
  }

  @Test
  void a_no_keeps_what_was_agreed_and_says_why() {
    SafetyPlan plan =
        SafetyPlan.EMPTY
            .set(PlanStep.HELPERS, List.of(ANA), AMARA)
            .written(PlanStep.HELPERS, List.of("my ex"), "Maya", NOW)
            .declined(PlanStep.HELPERS, new Signature("Amara", NOW, "Let us talk first"));
    PlanPart part = plan.part(PlanStep.HELPERS);
    assertEquals(List.of(ANA), part.agreed());
    assertEquals(List.of("my ex"), part.wanted());
    assertEquals(List.of(), plan.waiting());
    assertEquals(
        "Let us talk first", part.proposal().orElseThrow().declined().orElseThrow().comment());
  }

  @Test
  void nothing_can_be_signed_or_declined_that_nobody_proposed() {
    assertSame(SafetyPlan.EMPTY, SafetyPlan.EMPTY.signed(PlanStep.HELPERS, AMARA));
    assertSame(SafetyPlan.EMPTY, SafetyPlan.EMPTY.declined(PlanStep.HELPERS, AMARA));
    assertSame(SafetyPlan.EMPTY, SafetyPlan.EMPTY.set(PlanStep.SIGNS, List.of("x"), AMARA));
  }

  @Test
  void adding_the_same_again_changes_nothing() {
    SafetyPlan plan = SafetyPlan.EMPTY.added(PlanStep.COPING, List.of("walk", "tea"), "Maya", NOW);
    assertSame(plan, plan.added(PlanStep.COPING, List.of(" Walk ", "tea"), "Maya", NOW));
  }

  @Test
  void taking_back_a_proposal_leaves_nothing_waiting() {
    SafetyPlan plan =
        SafetyPlan.EMPTY
            .set(PlanStep.HELPERS, List.of(ANA), AMARA)
            .written(PlanStep.HELPERS, List.of(ANA, "Tom"), "Maya", NOW)
            .written(PlanStep.HELPERS, List.of(ANA), "Maya", NOW);
    assertEquals(List.of(), plan.waiting());
  }

  @Test
  void a_plan_holds_twelve_lines_a_step_of_two_hundred_characters() {
    List<String> many = new java.util.ArrayList<>();
    for (int i = 0; i < 40; i++) many.add(i + " " + "x".repeat(300));
    PlanPart part =
        SafetyPlan.EMPTY.written(PlanStep.SIGNS, many, "Maya", NOW).part(PlanStep.SIGNS);
    assertEquals(12, part.agreed().size());
    assertTrue(part.agreed().stream().allMatch(line -> line.length() <= 200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ana, my sister, 07700 900123|Ana, my sister|tel:07700900123",
        "Samaritans: 116 123|Samaritans|tel:116123",
        "+44 (0)20 7946 0000 Dr Patel's surgery|Dr Patel's surgery|tel:+4402079460000",
        "call 999|call|tel:999",
        "Tom 600-123-456 after six|Tom after six|tel:600123456",
        "024|024|tel:024",
        "the cafe at number 12|the cafe at number 12|",
        "walk 10 minutes|walk 10 minutes|"
      })
  void a_number_in_a_line_can_be_called(String line, String words, String href) {
    CallLine read = CallLine.of(line);
    assertEquals(words, read.words());
    assertEquals(href == null ? "" : href, read.call().map(CallLine.Call::href).orElse(""));
  }

  @Test
  void a_protocol_file_can_name_every_step_and_nothing_else() {
    Set<String> parts =
        Arrays.stream(PlanStep.values()).map(PlanStep::document).collect(Collectors.toSet());
    assertEquals(Documents.PARTS, parts);
  }

  @Test
  void every_version_is_kept_and_a_stale_page_overwrites_nothing() {
    try (var shelves = StoredShelves.inMemory()) {
      var desk = new SafetyDesk(shelves);
      var maya = new ClientId(new ClinicId("north"), "maya");
      desk.change(maya, plan -> plan.added(PlanStep.SIGNS, List.of("I pace"), "Maya", NOW));
      desk.change(maya, 1, plan -> plan.written(PlanStep.HELPERS, List.of(ANA), "Maya", NOW));
      assertInstanceOf(
          SafetyDesk.Result.MovedOn.class,
          desk.change(maya, 1, plan -> plan.signed(PlanStep.HELPERS, AMARA)));
      assertInstanceOf(
          SafetyDesk.Result.Stored.class,
          desk.change(maya, 2, plan -> plan.signed(PlanStep.HELPERS, AMARA)));
      assertEquals(
          List.of(3, 2, 1), desk.history(maya, 10).stream().map(SafetyPlan::version).toList());
      assertEquals(
          Collections.nCopies(1, 3),
          desk.history(maya, 1).stream().map(SafetyPlan::version).toList());
    }
  }
}
