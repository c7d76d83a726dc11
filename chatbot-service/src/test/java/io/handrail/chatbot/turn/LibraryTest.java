package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.MAYA;
import static io.handrail.chatbot.turn.Room.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.homework.HomeworkDesk;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Value;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.care.record.ExerciseIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exercises of the folder, through the spine. */
class LibraryTest {
  private static final String NEIGHBOUR = "say good morning to the neighbour";
  private final Room room = new Room();

  @BeforeEach
  void everyExerciseIsPermitted() {
    Set<String> all =
        room.protocols.active().stream().map(p -> p.ref().name()).collect(Collectors.toSet());
    room.plan(p -> p.limited(all, 400, List.of(), CarePlan.ModelUse.OFF));
  }

  private Turn says(String... messages) {
    Turn last = null;
    for (String message : messages) last = room.say(message);
    return last;
  }

  private HomeworkBook homework() {
    return room.shelves.homework().get(MAYA).orElse(HomeworkBook.EMPTY);
  }

  private static Run run(Turn turn) {
    return turn.state().run().orElseThrow();
  }

  // --- what speaks against an exercise ---------------------------------------------------------

  @Test
  void what_speaks_against_an_exercise_keeps_it_from_starting() {
    room.plan(p -> p.against(Set.of("ptsd")));
    Turn turn = room.tap("start:graded_exposure");
    assertEquals(new Outcome.Held("contraindicated"), turn.closing().orElseThrow().outcome());
    assertTrue(turn.state().run().isEmpty());
    assertTrue(shown(turn).contains("Amara Obi"), shown(turn));
    assertFalse(shown(turn).toLowerCase().contains("ptsd"), "no name of a condition is shown");
    room.tap("start:problem_solving");
    assertTrue(room.say("the heating is broken and nobody comes").state().run().isPresent());
  }

  @Test
  void one_under_way_waits_from_the_very_next_message_and_goes_on_when_nothing_speaks_against_it() {
    room.tap("start:graded_exposure");
    Turn before = says("people", "that they laugh at me");
    room.plan(p -> p.against(Set.of("cardiac_disease")));
    Turn held = room.say(NEIGHBOUR + " 25");
    assertEquals(new Outcome.Held("contraindicated"), held.closing().orElseThrow().outcome());
    assertEquals(run(before).step(), run(held).step(), "nothing is lost");
    assertFalse(run(held).fields().containsKey("steps"));
    room.plan(p -> p.against(Set.of()));
    assertTrue(run(room.say(NEIGHBOUR + " 25")).fields().containsKey("steps"));
  }

  @Test
  void it_is_not_offered_by_a_check_in_either() {
    room.plan(p -> p.against(Set.of("obsessive_compulsive")));
    room.tap("start:check_in");
    Turn asked = says("4", "the rent");
    Protocol checkIn = room.protocols.active("check_in").orElseThrow();
    var offered =
        io.handrail.care.protocol.Engine.expect(checkIn, run(asked)).options().stream()
            .map(o -> o.id())
            .toList();
    assertFalse(offered.contains("worry_time"), offered.toString());
    assertTrue(offered.contains("problem_solving"), offered.toString());
  }

  @Test
  void every_contraindication_of_every_exercise_keeps_it_away() {
    for (Protocol protocol : room.protocols.active()) {
      for (String name : protocol.contraindications()) {
        room.plan(p -> p.against(Set.of(name)));
        Turn turn = room.tap("start:" + protocol.ref().name());
        assertEquals(
            new Outcome.Held("contraindicated"),
            turn.closing().orElseThrow().outcome(),
            protocol.ref().name() + " with " + name);
        assertTrue(room.protocols.contraindications().containsKey(name), name);
      }
    }
  }

  // --- a clinician's yes -----------------------------------------------------------------------

  private Homework asked() {
    room.tap("start:graded_exposure");
    says("people", "that they laugh at me", NEIGHBOUR + " 25. ring the bank 60.", "that's all");
    says("ask for a step", NEIGHBOUR);
    assertEquals(1, homework().items().size());
    return homework().items().getFirst();
  }

  private void decides(Homework seen, Status to) {
    new HomeworkDesk(room.shelves)
        .decide(
            MAYA,
            seen.id(),
            seen.history().size(),
            to,
            h ->
                to == Status.APPROVED
                    ? h.approved("Amara", room.clock.now, h.task(), "", "Take your time.")
                    : h.declined("Amara", room.clock.now, "Let us talk first."));
  }

  @Test
  void a_step_that_is_asked_for_waits_with_the_homework_and_says_what_it_clears() {
    Homework piece = asked();
    assertEquals(Status.PROPOSED, piece.status());
    assertEquals(
        new Homework.Clears("graded_exposure", "steps", NEIGHBOUR), piece.clears().orElseThrow());
    room.tap("start:graded_exposure");
    Turn waits = room.tap("pick:plan");
    assertFalse(run(waits).running(), shown(waits));
    assertTrue(shown(waits).contains("Homework"), shown(waits));
    room.tap("start:graded_exposure");
    says("ask for a step", NEIGHBOUR);
    assertEquals(1, homework().items().size(), "what waits is not asked for again");
  }

  @Test
  void a_yes_opens_that_step_and_no_other() {
    decides(asked(), Status.APPROVED);
    room.tap("start:graded_exposure");
    room.tap("pick:plan");
    Turn other = room.say("ring the bank");
    assertFalse(run(other).fields().containsKey("planned"), shown(other));
    Turn own = room.say(NEIGHBOUR);
    assertEquals(new Value.Text(NEIGHBOUR), run(own).fields().get("planned"), shown(own));
  }

  @Test
  void a_yes_taken_back_stops_a_try_that_is_being_planned() {
    decides(asked(), Status.APPROVED);
    room.tap("start:graded_exposure");
    room.tap("pick:plan");
    says(NEIGHBOUR, "they will stare at me");
    decides(homework().items().getFirst(), Status.DECLINED);
    Turn stopped = room.say("80");
    assertEquals(Run.Status.STOPPED, run(stopped).status(), shown(stopped));
    assertFalse(run(stopped).fields().containsKey("planned"));
  }

  @Test
  void a_step_that_was_declined_can_be_asked_for_again() {
    decides(asked(), Status.DECLINED);
    room.tap("start:graded_exposure");
    Turn told = says("ask for a step", NEIGHBOUR);
    assertEquals(2, homework().items().size(), shown(told));
    assertEquals(Status.PROPOSED, homework().items().getFirst().status());
  }

  // --- from one exercise into another ----------------------------------------------------------

  @Test
  void a_check_in_that_leads_on_is_kept_whole() {
    room.tap("start:check_in");
    says("4", "the rent is due");
    room.tap("pick:problem_solving");
    var entry = room.shelves.exerciseIndex().get(MAYA).orElse(ExerciseIndex.EMPTY).entries();
    assertEquals(1, entry.size());
    assertTrue(entry.getFirst().finished(), "it came to its end");
    Run kept =
        room.shelves
            .exercises()
            .get(new OfClient<>(MAYA, entry.getFirst().run()))
            .orElseThrow()
            .run();
    assertTrue(kept.fields().containsKey("what_now"), "with its last answer");
  }

  @Test
  void a_true_thought_goes_on_to_problem_solving_with_the_problem_in_hand() {
    room.tap("start:thought_record");
    says("on Monday at nine my boss told me in the office that the client has left", "anxious 80");
    says("I lost us the client", "no", "no");
    says("he said so in front of the team", "no", "skip", "none of these");
    room.tap("pick:mostly_true");
    says("I could offer the client a new date");
    room.tap("pick:now");
    Turn on = room.say("70");
    assertEquals("problem_solving", run(on).protocol().name(), shown(on));
    assertEquals(
        new Value.Text("I could offer the client a new date"), run(on).fields().get("problem"));
    assertEquals("control", run(on).step(), "what is known is not asked");
  }

  @Test
  void two_planned_things_are_two_pieces_of_homework_however_often_it_is_derived() {
    room.tap("start:behavioural_activation");
    says("start small", "skip", "friends", "being kind", "call her 4, visit her 7", "that's all");
    says("1", "sunday", "at home", "5 minutes", "tired", "from bed", "9", "yes");
    says("visit her", "monday", "her place", "an hour", "rain", "take the bus", "8", "no");
    assertEquals(2, homework().items().size(), homework().toString());
    room.spine.recover();
    assertEquals(2, homework().items().size());
  }

  // --- a new exercise is a file ----------------------------------------------------------------

  @Test
  void a_new_exercise_added_as_a_file_only_runs_from_its_start_to_homework(@TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("shared"));
    for (String file : List.of("phrases.yaml", "contraindications.yaml")) {
      Files.copy(
          Room.protocolsFolder().resolve("shared").resolve(file),
          folder.resolve("shared").resolve(file));
    }
    Files.writeString(
        folder.resolve("three_good_things.yaml"),
        """
        protocol: three_good_things
        version: 1.0.0
        status: active
        languages: [en]
        title: {en: "Three good things"}
        summary: {en: "What went well today, and your part in it."}
        minutes: 4
        approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}
        contraindications: [mania]
        parts: [{id: all, title: {en: "Today"}}]
        fields:
          things: {type: list, min: 1, max: 3, required: true, of: {text: text}}
          part: {type: text, max_chars: 200}
          again: {type: text, max_chars: 200, keep: true}
        steps:
          - id: things
            part: all
            title: {en: "What went well"}
            collect: things
            ask: {en: ["What went well today, up to three small things?"]}
            reflect: {en: ["On the sheet: {things|names}."]}
            next: part
          - id: part
            title: {en: "My part"}
            collect: part
            ask: {en: ["What was your part in “{things|first}”?", "What was your part in it?"]}
            next: again
          - id: again
            title: {en: "Once more"}
            collect: again
            ask: {en: ["What would you like to do again?"]}
            next: finish
          - id: finish
            close: {en: ["Kept for you and your therapist."]}
        complete_when: "filled(things)"
        homework:
          - {if: "filled(again)", task: {en: ["{again|full}"]}}
        """);
    var protocols = ProtocolFolder.open(folder);
    var spine =
        new TurnPipeline(
            room.shelves,
            room.screen,
            region -> "999",
            new Stepping(room.shelves, protocols, room.phrasing, room.guard),
            room.clock,
            Duration.ZERO);
    room.plan(p -> p.limited(Set.of("three_good_things"), 60, List.of(), CarePlan.ModelUse.OFF));
    take(spine, "start:three_good_things", true);
    take(spine, "coffee with Ana\nthe bus was on time", false);
    Turn part = take(spine, "I rang her", false);
    assertTrue(shown(part).contains("do again"), shown(part));
    Turn end = take(spine, "ring her on Friday", false);
    assertEquals(Run.Status.FINISHED, run(end).status());
    assertEquals("ring her on Friday", homework().items().getFirst().task());
    assertTrue(
        room.shelves.exerciseIndex().get(MAYA).orElseThrow().entries().getFirst().finished());
  }

  private Turn take(TurnPipeline spine, String text, boolean tap) {
    Arrival arrival =
        tap
            ? new Arrival.Tap(room.nextId(), Move.read(text).orElseThrow(), text)
            : new Arrival.Message(room.nextId(), text);
    return spine.take(MAYA, arrival, Watcher.NOBODY);
  }
}
