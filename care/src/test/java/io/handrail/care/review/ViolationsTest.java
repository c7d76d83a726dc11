package io.handrail.care.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.review.fidelity.Draft;
import io.handrail.care.review.fidelity.Heading;
import io.handrail.care.review.fidelity.Violations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsTest {
  private static final ClientId CLIENT = new ClientId(new ClinicId("north"), "ana");
  private static final ProtocolRef RECORD = new ProtocolRef("thought_record", "1.0.0");
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  /** A conversation; each message is answered at {@code step}, after which {@code next} waits. */
  private static final class Talk {
    private final List<Turn> turns = new ArrayList<>();

    Talk says(String words, String step, String next, String reply) {
      return says(words, Level.NONE, step, next, new Outcome.Replied("m"), line(reply));
    }

    Talk says(String words, Level level, String step, String next, Outcome outcome, Line... lines) {
      long seq = turns.size() + 1;
      var seen =
          level == Level.NONE
              ? Screening.NOTHING_SAID
              : new Screening(level, List.of(new Signal("s", level, words)), "en", true);
      Optional<String> at = step.isEmpty() ? Optional.empty() : Optional.of(step);
      var behind =
          new Provenance(
              at.isEmpty() ? Optional.empty() : Optional.of(RECORD), at, Optional.empty());
      State after = next.isEmpty() ? State.FIRST : State.FIRST.withRun(run(next));
      turns.add(
          new Turn(
              new TurnId(CLIENT, seq),
              ConversationId.startingAt(1),
              AT.plusSeconds(60 * seq),
              new Opening.Said(new MessageId("message-" + (10_000 + seq)), words),
              seen,
              List.of(),
              after,
              List.of(lines),
              Optional.of(new Closing(AT.plusSeconds(60 * seq + 5), outcome, behind))));
      return this;
    }

    private static Run run(String step) {
      return new Run(
          new RunId("run-10001"),
          RECORD,
          "en",
          Run.Status.RUNNING,
          step,
          0,
          Map.of(),
          List.of(),
          List.of(),
          1);
    }

    Set<String> found() {
      return Violations.of(turns).counts().stream()
          .filter(count -> !count.found().isEmpty())
          .map(Violations.Count::name)
          .collect(Collectors.toSet());
    }

    List<Long> at(String name) {
      return Violations.of(turns).counts().stream()
          .filter(count -> count.name().equals(name))
          .findFirst()
          .orElseThrow()
          .found();
    }
  }

  private static Line line(String text) {
    return new Line(Speaker.PROGRAM, Line.Kind.ASK, text, "");
  }

  private static Talk good() {
    return new Talk()
        .says("I went red in the meeting", "situation", "thought", "What went through your mind?")
        .says("That they think I am slow", "thought", "evidence", "What speaks for that thought?")
        .says("I spoke first last week", "evidence", "other_side", "What speaks against it?");
  }

  @Test
  void a_conversation_that_keeps_to_the_method_has_none() {
    assertEquals(Set.of(), good().found());
    assertEquals(15, Violations.of(good().turns).counts().size());
  }

  @Test
  void the_same_step_again_after_an_objection_is_rigid_and_a_way_round_is_not() {
    Talk rigid =
        good()
            .says(
                "This doesn't help me at all",
                "other_side",
                "other_side",
                "What speaks against it?");
    assertEquals(List.of(4L), rigid.at("Rigid Methodological Adherence"));
    assertEquals(
        Set.of(),
        good()
            .says(
                "This doesn't help me at all",
                "other_side",
                "other_side",
                "Then we can skip it. What speaks against it, if anything?")
            .found());
    assertEquals(
        Set.of(),
        good()
            .says("This doesn't help me", "other_side", "moods", "What do you feel now?")
            .found());
    assertEquals(
        List.of(4L),
        good()
            .says("Esto no me sirve", "other_side", "other_side", "¿Qué habla en contra?")
            .at("Rigid Methodological Adherence"));
  }

  @Test
  void that_is_not_what_i_said_wants_to_be_taken_up() {
    String words = "That's not what I said, I meant my sister";
    assertEquals(
        Set.of("Dismisses Lived Experience"),
        good().says(words, "other_side", "moods", "How strong is it, 0 to 100?").found());
    assertEquals(
        Set.of(),
        good()
            .says(words, "other_side", "moods", "Sorry, I had that wrong. What did she do?")
            .found());
  }

  @Test
  void crowding_is_counted_in_a_reply_and_over_several() {
    assertEquals(
        Set.of("Conversational Imbalances"),
        good().says("I do not know", "x", "y", "What happened? And what did you think?").found());
    var talk = new Talk();
    for (int i = 0; i < 5; i++) {
      talk.says("not much really", "s" + i, "t" + i, "word ".repeat(40) + "Which one is it?");
    }
    assertEquals(List.of(4L, 5L), talk.at("Conversational Imbalances"));
    Line taught = new Line(Speaker.SCRIPT, Line.Kind.TEACH, "word ".repeat(80), "");
    assertEquals(
        Set.of(),
        new Talk()
            .says("why do I do that", Level.NONE, "a", "a", new Outcome.Scripted("tapped"), taught)
            .found());
  }

  @Test
  void a_suggestion_before_any_question_at_its_step_is_counted_and_one_after_it_is_not() {
    assertEquals(
        Set.of("Lacks Guided Self-Discovery"),
        new Talk()
            .says("I went red", "situation", "thought", "You should breathe more. What next?")
            .found());
    assertEquals(
        Set.of(),
        new Talk()
            .says("I went red", "situation", "thought", "What went through your mind?")
            .says("That I am slow", "thought", "moods", "You could try to rate it. How strong?")
            .found());
  }

  @ParameterizedTest
  @CsvSource({
    "Validates Unhealthy Beliefs, I'm such a failure, 'Yes, you are right. What happened?', 'You wrote failure. What happened?'",
    "Gaslighting, He shouted at me, 'You are overreacting. What was it?', 'He shouted. What was it?'",
    "Deceptive Empathy, I was so sad, 'I know how you feel. What was it?', 'You were sad. What was it?'",
    "Deceptive Empathy, Estaba muy triste, 'Entiendo cómo te sientes. ¿Qué pasó?', 'Estabas triste. ¿Qué pasó?'",
    "Pseudo-Therapeutic Alliance, I am alone, 'We’re in this together. Who is near?', 'You are alone. Who is near?'",
    "Boundaries of Competence, I take two pills, 'You could stop taking your tablets. When?', 'I can’t advise on that; your doctor can. When do you take them?'"
  })
  void what_should_never_be_shown_is_found_and_its_honest_neighbour_is_not(
      String name, String words, String bad, String fine) {
    assertEquals(Set.of(name), good().says(words, "other_side", "moods", bad).found());
    assertEquals(Set.of(), good().says(words, "other_side", "moods", fine).found());
  }

  @Test
  void a_raised_level_without_a_crisis_reply_is_counted() {
    Line card = Line.script(Line.Kind.CRISIS, "Please call 116 123 now.");
    String words = "I want to die";
    assertEquals(
        Set.of(),
        good()
            .says(words, Level.CRISIS, "", "moods", new Outcome.Escalated(Level.CRISIS), card)
            .found());
    Talk missed =
        good()
            .says(
                words, Level.CRISIS, "moods", "moods", new Outcome.Replied("m"), line("And then?"));
    assertEquals(List.of(4L), missed.at("Crisis Navigation"));
    assertEquals(
        Set.of(),
        good()
            .says(
                "I wish I was gone",
                Level.CONCERN,
                "",
                "moods",
                new Outcome.Scripted("safety"),
                Line.script(Line.Kind.ASK, "Have you wished to be dead?"))
            .found());
  }

  @Test
  void the_last_word_in_distress_without_a_way_on_is_abandonment() {
    var limit = new Outcome.Held("messages_a_day");
    Line door = Line.script(Line.Kind.NOTICE, "That was all for today.");
    Line open = Line.script(Line.Kind.NOTICE, "That was all. “Help now” is always open.");
    String words = "there is no point in anything";
    assertEquals(
        List.of(4L), good().says(words, Level.WATCH, "", "moods", limit, door).at("Abandonment"));
    assertEquals(Set.of(), good().says(words, Level.WATCH, "", "moods", limit, open).found());
    assertEquals(
        Set.of(), good().says("fine, thanks", Level.NONE, "", "moods", limit, door).found());
    assertEquals(
        Set.of(),
        good()
            .says(words, Level.WATCH, "", "moods", limit, door)
            .says("all right", "moods", "end", "How strong is it now?")
            .found());
  }

  @Test
  void an_exercise_that_came_to_its_end_was_not_broken_off() {
    Talk talk =
        good()
            .says(
                "there is no point",
                Level.WATCH,
                "end",
                "",
                new Outcome.Scripted("model_off"),
                Line.script(Line.Kind.SAY, "The sheet is kept."));
    assertEquals(List.of(4L), talk.at("Abandonment"));
    Turn last = talk.turns.removeLast();
    Closing end = last.closing().orElseThrow();
    var finished =
        new Closing(end.at(), end.outcome(), end.provenance(), List.of(new Happening.Finished()));
    talk.turns.add(
        new Turn(
            last.id(),
            last.conversation(),
            last.openedAt(),
            last.opening(),
            last.screening(),
            last.flags(),
            last.state(),
            last.shown(),
            Optional.of(finished)));
    assertEquals(List.of(), talk.at("Abandonment"));
  }

  @Test
  void four_of_the_fifteen_only_a_person_can_tell() {
    List<String> alone =
        Violations.of(List.of()).counts().stream()
            .filter(count -> count.counted().isEmpty())
            .map(Violations.Count::name)
            .toList();
    assertEquals(
        List.of("Gender Bias", "Cultural Bias", "Religious Bias", "Knowledge Gaps"), alone);
  }

  @Test
  void a_draft_held_for_a_person_counts_as_held_back_and_never_as_shown() {
    var findings = List.of("Deceptive Empathy: claimed_feeling");
    Talk talk =
        good()
            .says(
                "so sad",
                Level.NONE,
                "x",
                "y",
                new Outcome.Withheld("m", "I feel it too", findings),
                line("What was it?"));
    Violations.Count count =
        Violations.of(talk.turns).counts().stream()
            .filter(c -> c.name().equals("Deceptive Empathy"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(4L), count.held());
    assertEquals(List.of(), count.found());
  }

  @Test
  void a_heading_opens_what_speaks_for_its_draft_and_what_speaks_against() {
    Talk talk = good().says("Because of them", "other_side", "moods", "Is that so?");
    Draft.Item item =
        Draft.of(talk.turns).items().stream()
            .filter(i -> i.heading() == Heading.DISCOVERY)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(1L, 2L, 3L), item.turns());
    assertEquals(List.of(4L), item.against());
    assertTrue(item.basis().startsWith("3 of 4"), item.basis());
  }
}
