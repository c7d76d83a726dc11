package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Advance.Option;
import io.handrail.care.protocol.Advance.Shape;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Answer.Control;
import io.handrail.care.protocol.Brief;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final String MOMENT = "yesterday my sister hung up the phone on me";

  private static Sitting at(String step) {
    Sitting s = Sitting.with("thought_record");
    String[][] answers = {
      {"situation", MOMENT},
      {"moods", "sad 60, angry 40"},
      {"thoughts", "she is done with me\nI ruin everything"},
      {"thoughts", "that's all"},
      {"hot_thought", "she is done with me"},
      {"evidence_for", "she has not called back"},
      {"evidence_for", "that's all"},
      {"evidence_against", "she sent a photo last week"},
      {"evidence_against", "that's all"},
      {"traps", "none of these"},
      {"outlook", "it is partly true"},
      {"balanced", "She was upset, and we have made up before"},
      {"balanced", "65"},
      {"moods_now", "30 and 20"},
      {"homework", "yes"}
    };
    for (String[] answer : answers) {
      if (s.step().equals(step)) return s;
      assertEquals(answer[0], s.step(), s::transcript);
      s.says(answer[1]);
    }
    assertEquals(step, s.step(), s::transcript);
    return s;
  }

  @Test
  void what_is_known_is_not_asked() {
    Sitting s = Sitting.with("thought_record").says(MOMENT);
    assertEquals("moods", s.step(), "the moment already says when it was");

    s.says("sad 60", "she is done with me", "no");
    assertEquals("evidence_for", s.step(), "of one thought none need be picked");
    assertEquals(List.of("she is done with me"), s.lines("hot_thought"));
  }

  @Test
  void a_mood_without_a_number_is_asked_for_its_number_alone() {
    Sitting s = at("moods").says("sad, angry 40");
    assertEquals("moods", s.step());
    assertTrue(s.last().question().orElse("").contains("“sad”"), s::transcript);
    assertEquals(Shape.NUMBER, s.last().expect().shape());
    assertEquals(100, s.last().expect().max());

    s.says("sixty");
    assertEquals(List.of("sad 60", "angry 40"), s.lines("moods"));
    assertEquals("thoughts", s.step());
  }

  @Test
  void going_back_shows_what_was_written_and_then_returns_to_where_it_was() {
    Sitting s = at("evidence_for").does(Control.BACK);
    assertEquals("hot_thought", s.step());
    s.does(Control.BACK).does(Control.BACK);
    assertEquals("moods", s.step());
    assertTrue(s.said(Kind.TEACH).orElse("").contains("sad 60"), s::transcript);

    s.says("sad 80, angry 40");
    assertEquals("evidence_for", s.step(), s::transcript);
    assertEquals(List.of("sad 80", "angry 40"), s.lines("moods"));
    assertEquals(List.of("she is done with me"), s.lines("hot_thought"));
  }

  @Test
  void keeping_what_was_written_changes_nothing() {
    Sitting s = at("evidence_for").does(new Answer.GoTo("situation"));
    assertTrue(s.last().expect().options().contains(new Option("keep", "Keep it as it is")));
    s.says("leave it");
    assertEquals("evidence_for", s.step());
    assertEquals(List.of(MOMENT), s.lines("situation"));

    s.does(new Answer.GoTo("moods")).picks("keep");
    assertEquals("evidence_for", s.step());
  }

  @Test
  void a_step_that_was_not_reached_cannot_be_gone_to() {
    Sitting s = at("moods").does(new Answer.GoTo("balanced"));
    assertEquals("moods", s.step());
    assertTrue(s.last().question().isPresent());
  }

  @Test
  void there_is_nothing_before_the_first_step() {
    Sitting s = at("situation").does(Control.BACK);
    assertEquals("situation", s.step());
    assertFalse(s.last().expect().canGoBack());
  }

  @Test
  void another_hot_thought_asks_whether_the_facts_still_stand() {
    Sitting s = at("traps").does(new Answer.GoTo("hot_thought")).picks("2");
    assertEquals(List.of("I ruin everything"), s.lines("hot_thought"));
    assertEquals("evidence_for", s.step(), s::transcript);
    assertTrue(s.said(Kind.TEACH).orElse("").contains("she has not called back"), s::transcript);

    s.says("keep it");
    assertEquals("evidence_against", s.step());
    s.says("I helped my neighbour move");
    assertEquals("traps", s.step(), s::transcript);
    assertEquals(List.of("I helped my neighbour move"), s.lines("evidence_against"));
  }

  @Test
  void other_moods_are_rated_anew_at_the_end() {
    Sitting s = at("homework").does(new Answer.GoTo("moods")).says("lonely 50");
    assertEquals("moods_now", s.step(), s::transcript);
    assertTrue(s.last().question().isPresent());
  }

  @Test
  void other_thoughts_ask_for_the_hot_one_again() {
    Sitting s =
        at("evidence_for").does(new Answer.GoTo("thoughts")).says("I am alone\nI can't fix it");
    assertEquals("hot_thought", s.step(), s::transcript);
    assertEquals(
        List.of(new Option("1", "I am alone"), new Option("2", "I can't fix it")),
        s.last().expect().options());
  }

  @Test
  void a_skipped_step_is_noted_and_stays_open_on_the_sheet() {
    Sitting s = at("moods").does(Control.SKIP);
    assertEquals("thoughts", s.step());
    assertTrue(s.happened.contains(new Happening.Noted("moods", "skipped")));
    Sheet.Row row =
        s.sheet().rows().stream().filter(r -> r.step().equals("moods")).findFirst().orElseThrow();
    assertEquals(Sheet.State.SKIPPED, row.state());
    assertTrue(row.canGoTo());
    assertEquals(List.of("moods: skipped"), s.run().notes());
  }

  @Test
  void three_empty_steps_offer_a_stop_which_the_client_may_decline() {
    Sitting s = at("situation").says("skip", "skip", "skip");
    assertEquals(
        List.of("stop", "go_on"), s.last().expect().options().stream().map(Option::id).toList());
    assertTrue(s.run().running());

    s.says("hmm");
    assertTrue(s.run().running(), "an unclear answer is asked again");
    s.picks("go_on");
    assertTrue(s.last().question().isPresent(), s::transcript);
    assertTrue(s.run().running());
  }

  @Test
  void a_stop_that_was_offered_and_taken_carries_its_reason() {
    Sitting s = at("situation").says("skip", "skip", "skip", "yes please");
    assertEquals(Run.Status.STOPPED, s.run().status());
    assertTrue(s.happened.contains(new Happening.Stopped("many_skips")));
  }

  @Test
  void a_mood_that_rose_by_twenty_offers_a_stop() {
    Sitting s = at("moods_now").says("85 and 40");
    assertTrue(s.run().running());
    assertEquals(Shape.ONE_OF, s.last().expect().shape());
    assertTrue(s.last().question().orElse("").contains("stop"), s::transcript);
    s.says("yes");
    assertTrue(s.happened.contains(new Happening.Stopped("worse")));
    assertTrue(s.run().notes().contains("moods_now: worse"), s.run().notes().toString());
  }

  @Test
  void a_mood_that_rose_by_nineteen_does_not() {
    Sitting s = at("moods_now").says("79 and 40");
    assertEquals("homework", s.step());
    assertTrue(s.run().notes().contains("moods_now: little_change"));
  }

  @Test
  void stopping_is_at_once_and_can_be_taken_up_again() {
    Sitting s = at("thoughts").says("can we stop");
    assertEquals(Run.Status.STOPPED, s.run().status());
    assertEquals(List.of(new Happening.Stopped("client")), s.last().happened());
    assertEquals(Shape.NONE, s.last().expect().shape());

    s.does(Control.RESUME);
    assertTrue(s.run().running());
    assertEquals("thoughts", s.step());
    assertEquals(List.of("sad 60", "angry 40"), s.lines("moods"));
  }

  @Test
  void an_ended_run_takes_no_answer() {
    Sitting s = ThoughtRecordTest.whole();
    Run before = s.run();
    s.says("one more thing").does(Control.RESUME).does(Control.BACK);
    assertEquals(before, s.run());
    assertEquals(List.of(), s.last().say());
  }

  @Test
  void reasons_and_examples_are_given_and_the_question_asked_again() {
    Sitting s = at("moods").does(Control.WHY);
    assertEquals(Kind.TEACH, s.last().say().getFirst().kind());
    assertEquals(Kind.ASK, s.last().say().getLast().kind());
    s.says("what do you mean?");
    assertTrue(s.said(Kind.TEACH).orElse("").contains("For example"), s::transcript);
    s.says("why do you ask?");
    assertEquals("moods", s.step());
    assertEquals(0, s.run().tries(), "asking is no failed try");
  }

  @Test
  void hints_ask_and_run_out_after_three_without_an_answer_in_them() {
    Sitting s = at("evidence_against");
    for (int i = 0; i < 3; i++) {
      assertTrue(s.last().expect().hasHint());
      s.does(Control.HINT);
      assertEquals(1, s.last().say().size(), "a hint is the question itself");
      assertTrue(s.last().question().orElse("").endsWith("?"), s::transcript);
    }
    assertFalse(s.last().expect().hasHint());
    s.does(Control.HINT);
    assertEquals(Kind.TEACH, s.last().say().getFirst().kind());
    assertEquals(List.of(), s.lines("evidence_against"));
  }

  @Test
  void not_knowing_gets_a_hint_then_an_example_then_leave() {
    Sitting s = at("evidence_against").says("dunno");
    assertEquals("evidence_against", s.step());
    assertTrue(s.last().question().orElse("").contains("?"));
    s.says("I don't know");
    assertTrue(s.transcript().contains("For example"), s::transcript);
    s.says("nothing");
    assertNotEquals("evidence_against", s.step());
    assertTrue(s.happened.contains(new Happening.Noted("evidence_against", "third_try")));
  }

  @Test
  void the_third_answer_that_does_not_fit_leaves_the_step() {
    Sitting s = at("moods").says("???", "123");
    assertEquals(2, s.run().tries());
    s.says("like everyone was staring right at me");
    assertEquals("thoughts", s.step());
    assertEquals(0, s.run().tries());
    assertEquals(List.of("moods: third_try"), s.run().notes());
  }

  @Test
  void a_guess_at_a_mind_is_asked_for_the_fact() {
    Sitting s = at("situation").says("my sister hates me");
    assertEquals("situation", s.step());
    assertEquals(List.of(), s.lines("situation"));
    assertTrue(s.last().question().isPresent());
  }

  @Test
  void a_correction_mends_the_step_before() {
    Sitting s =
        at("moods").says("That's not what I said. I said yesterday my sister shouted at me");
    assertEquals("moods", s.step(), s::transcript);
    assertEquals(List.of("yesterday my sister shouted at me"), s.lines("situation"));
    s.says("that's not what I said");
    assertEquals("situation", s.step());
  }

  @Test
  void who_asks_for_a_person_gets_a_note_to_the_clinician() {
    Sitting s = at("thoughts").says("can I talk to a real person");
    assertTrue(s.happened.contains(new Happening.ForClinician("asked_for_person")));
    assertEquals("thoughts", s.step());
    assertTrue(s.run().running());
  }

  @Test
  void a_thought_may_be_a_question() {
    Sitting s = at("thoughts").says("What if she never calls again?");
    assertEquals(List.of("What if she never calls again?"), s.lines("thoughts"));
  }

  @Test
  void a_true_thought_goes_to_what_can_be_done() {
    Sitting s = at("outlook").says("it's mostly true");
    assertEquals("problem", s.step());
    assertTrue(s.happened.contains(new Happening.Noted("outlook", "realistic_thought")));
    s.says(
        "I could say sorry for Sunday",
        "just find a first step",
        "write her two lines",
        "60 and 40");
    assertEquals("homework", s.step(), s::transcript);
    assertTrue(
        s.last().question().orElse("").contains("write her two lines")
            || s.transcript().contains("write her two lines"),
        s::transcript);
    s.says("yes", "tonight");
    assertEquals(Run.Status.FINISHED, s.run().status());
    assertFalse(s.run().notes().contains("finish: incomplete"), s.run().notes().toString());
  }

  @Test
  void little_belief_is_noted_and_not_pushed() {
    Sitting s = at("balanced").says("She was upset, and we have made up before", "20");
    assertEquals("moods_now", s.step());
    assertTrue(s.happened.contains(new Happening.Noted("balanced", "needs_session_work")));
  }

  @Test
  void cheering_up_is_asked_once_for_both_sides() {
    Sitting s = at("balanced").says("everything will be fine");
    assertEquals("balanced", s.step());
    assertEquals(1, s.run().tries());
    s.says("everything will be fine");
    assertEquals(0, s.run().tries(), "the second time it is the client's own choice");
  }

  @Test
  void homework_may_be_changed_or_declined() {
    Sitting s = at("homework").says("something else", "call my sister for five minutes", "Sunday");
    assertTrue(
        s.happened.contains(
            new Happening.HomeworkAgreed("call my sister for five minutes", "Sunday")),
        s::transcript);

    Sitting no = at("homework").says("not this time");
    assertEquals(Run.Status.FINISHED, no.run().status());
    assertFalse(no.last().has(Happening.HomeworkAgreed.class));
  }

  @Test
  void skipping_the_time_keeps_the_homework() {
    Sitting s = at("homework_when").does(Control.SKIP);
    assertTrue(
        s.happened.stream()
            .anyMatch(h -> h instanceof Happening.HomeworkAgreed a && a.when().isEmpty()));
  }

  @Test
  void what_a_model_read_is_taken_where_it_is_the_clients_own() {
    Sitting s = at("moods");
    var moods = List.of(Map.of("name", "sad", "intensity", 70));
    s.does(new Answer.Read("pretty sad I'd say, seventy", Map.of("moods", moods)));
    assertEquals(List.of("sad 70"), s.lines("moods"));
  }

  @Test
  void a_model_cannot_put_words_or_numbers_into_a_clients_mouth() {
    var invented = List.of(Map.of("name", "hopeless", "intensity", 95));
    Sitting s = at("moods").does(new Answer.Read("sad 70", Map.of("moods", invented)));
    assertEquals(List.of("sad 70"), s.lines("moods"), "the text is read instead");

    Sitting against = at("evidence_against");
    var supplied = List.of(Map.of("text", "your sister loves you"));
    against.does(
        new Answer.Read("she sent a photo last week", Map.of("evidence_against", supplied)));
    assertEquals(List.of("she sent a photo last week"), against.lines("evidence_against"));
  }

  @Test
  void what_a_model_read_out_of_range_or_shape_is_dropped() {
    for (Object bad :
        List.<Object>of(
            "x",
            7,
            List.of(),
            List.of(Map.of("intensity", 7)),
            List.of(Map.of("name", "sad", "intensity", 700)),
            Map.of("name", "sad"))) {
      Sitting s = at("moods").does(new Answer.Read("sad 70", Map.of("moods", bad)));
      assertEquals(List.of("sad 70"), s.lines("moods"), String.valueOf(bad));
    }
  }

  @Test
  void a_wish_to_stop_goes_before_whatever_a_model_read() {
    Sitting s = at("thoughts");
    s.does(new Answer.Read("can we stop", Map.of("thoughts", List.of(Map.of("text", "stop")))));
    assertEquals(Run.Status.STOPPED, s.run().status());
  }

  @Test
  void no_model_may_pick_a_thinking_trap() {
    Sitting s = at("traps");
    s.does(new Answer.Read("well I suppose", Map.of("traps", List.of("labelling"))));
    assertEquals("traps", s.step());
    assertEquals(List.of(), s.lines("traps"));
  }

  @Test
  void taps_that_name_no_option_are_asked_again() {
    Sitting s = at("outlook").picks("no_such_option");
    assertEquals("outlook", s.step());
    s.picks("partly", "unsure");
    assertEquals("outlook", s.step(), "one of them, not two");
    s.picks("partly");
    assertEquals("balanced", s.step());
  }

  @Test
  void none_of_these_excludes_the_others() {
    Sitting s = at("traps").picks("labelling", "none");
    assertEquals("traps", s.step());
    s.picks("should", "labelling");
    assertEquals(List.of("Calling yourself names", "Shoulds and musts"), s.lines("traps"));
  }

  @Test
  void the_next_time_begins_with_how_the_last_one_ended() {
    Sitting s = ThoughtRecordTest.whole();
    Carry carry = Carry.from(s.protocol, s.run());
    assertEquals(Set.of("last_balanced"), carry.fields().keySet());
    Sitting next = Sitting.with("thought_record", "run-2", "en", carry);
    assertTrue(next.transcript().contains("I don't know what he thinks"), next::transcript);
    assertEquals("situation", next.step());
  }

  @Test
  void the_same_run_and_answer_give_the_same_advance() {
    assertEquals(ThoughtRecordTest.whole().transcript(), ThoughtRecordTest.whole().transcript());
    Sitting other = Sitting.with("thought_record", "run-99", "en", Carry.NOTHING);
    Sitting another = Sitting.with("thought_record", "run-3", "en", Carry.NOTHING);
    Sitting third = Sitting.with("thought_record", "run-17", "en", Carry.NOTHING);
    Set<String> openings = new java.util.HashSet<>();
    for (Sitting s : List.of(other, another, third, Sitting.with("thought_record"))) {
      openings.add(s.last().question().orElseThrow());
    }
    assertTrue(openings.size() > 1, "runs differ in their wordings");
  }

  @Test
  void the_sheet_shows_the_way_the_words_and_where_it_stands() {
    Sheet sheet = at("evidence_against").sheet();
    assertEquals(5, sheet.at());
    assertEquals(7, sheet.of());
    assertEquals("Facts against", sheet.part());
    assertEquals("she is done with me", sheet.pinned().orElseThrow().text());
    assertEquals(
        List.of(
            "situation",
            "moods",
            "thoughts",
            "hot_thought",
            "evidence_for",
            "evidence_against",
            "traps",
            "balanced",
            "moods_now",
            "homework"),
        sheet.rows().stream().map(Sheet.Row::step).toList());
    assertEquals(Sheet.State.CURRENT, sheet.rows().get(5).state());
    assertEquals(Sheet.State.AHEAD, sheet.rows().get(8).state());
    assertFalse(sheet.rows().get(8).canGoTo());
  }

  @Test
  void a_model_is_told_what_waits_and_what_may_follow() {
    Sitting s = at("moods");
    Brief waiting = Engine.waiting(s.protocol, s.run()).orElseThrow();
    assertEquals("moods", waiting.id());
    assertTrue(
        waiting
            .collects()
            .contains("\"intensity\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":100}"));
    assertTrue(waiting.why().contains("feeling"));
    List<String> ids = Engine.following(s.protocol, s.run()).stream().map(Brief::id).toList();
    assertEquals("moods", ids.getFirst());
    assertTrue(ids.contains("thoughts"), ids.toString());

    Sitting traps = at("traps");
    assertEquals("", Engine.waiting(traps.protocol, traps.run()).orElseThrow().collects());
  }

  @Test
  void a_language_that_the_protocol_does_not_speak_falls_back() {
    assertEquals(
        "en", Sitting.with("thought_record", "r", "fr-CA", Carry.NOTHING).run().language());
    assertEquals(
        "en", Sitting.with("thought_record", "r", "en-GB", Carry.NOTHING).run().language());
    assertEquals("en", Sitting.with("thought_record", "r", null, Carry.NOTHING).run().language());
  }

  @Test
  void what_happens_is_said_once_by_what_the_client_wrote_not_by_its_braces() {
    Sitting s =
        Sitting.with("thought_record").says("yesterday he said {moods|list} and {here} to me");
    assertTrue(s.transcript().contains("{moods|list} and {here}"), s::transcript);
  }

  @Test
  void a_check_in_leads_into_an_exercise_that_is_permitted() {
    Sitting s = Sitting.with("check_in").says("4", "slept badly").picks("thought_record");
    assertTrue(s.happened.contains(new Happening.BranchTo("thought_record")));
    assertEquals(Run.Status.FINISHED, s.run().status());

    Carry only = Carry.NOTHING.permitting(Set.of("check_in", "behavioural_activation"));
    Sitting t = Sitting.with("check_in", "r", "en", only).says("3 or so", "skip");
    assertEquals(
        List.of("behavioural_activation", "nothing"),
        t.last().expect().options().stream().map(Option::id).toList());
    t.picks("thought_record");
    assertEquals("what_now", t.step());
  }
}
