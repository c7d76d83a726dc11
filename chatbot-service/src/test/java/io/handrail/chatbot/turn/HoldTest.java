package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.CLINIC;
import static io.handrail.chatbot.turn.Room.MAYA;
import static io.handrail.chatbot.turn.Room.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Outcome.Escalated;
import io.handrail.care.conversation.Outcome.Held;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays open while the exercise is stopped, and that it leads towards a person. */
class HoldTest {
  private static final String DANGER = "I am going to kill myself";
  private final Room room = new Room();

  private void hold() {
    room.say(DANGER);
  }

  private List<RiskItem> items() {
    var desk = new RiskDesk(room.shelves);
    return desk.items(desk.open(CLINIC));
  }

  private static List<String> all(String key, Object... arguments) {
    return Scripts.in("en").all(key, arguments);
  }

  /** Every text that is a step towards a person, as it would be shown to Maya. */
  private static Set<String> steps() {
    Scripts scripts = Scripts.in("en");
    var steps = new HashSet<>(all("lead", "Amara Obi"));
    steps.add(scripts.say("lead.plan"));
    steps.add(scripts.say("lead.text"));
    steps.addAll(all("person"));
    steps.addAll(all("support.numbers"));
    steps.addAll(all("support.barriers"));
    for (String key : List.of("text", "text.none", "message", "place")) {
      steps.add(scripts.say("toward." + key));
    }
    steps.add(scripts.say("toward.ask", "Amara Obi"));
    steps.add(scripts.say("toward.ask.again", "Amara Obi"));
    for (String step : List.of("distraction", "helpers", "professionals", "surroundings")) {
      steps.add(scripts.say("plan." + step + ".do"));
      steps.add(scripts.say("plan.empty.do"));
    }
    return steps;
  }

  private static void leadsToAPerson(Turn turn) {
    assertEquals(new Held("hold"), turn.closing().orElseThrow().outcome());
    assertTrue(turn.state().hold().isPresent());
    assertTrue(
        turn.shown().stream().map(Line::text).anyMatch(steps()::contains),
        "a step towards a person: " + shown(turn));
    assertTrue(questions(turn) <= 1, "one question at most: " + shown(turn));
    assertTrue(shown(turn).split("\\s+").length <= 110, "short: " + shown(turn));
  }

  private static int questions(Turn turn) {
    return shown(turn).replaceAll("[^?]", "").length();
  }

  @Test
  void each_exchange_ends_with_a_step_towards_a_person_and_never_says_the_same_twice_running() {
    hold();
    var doings =
        List.of(
            "hm",
            "I do not know",
            "it hurts",
            "grounding",
            "grounding",
            "plan:1",
            "plan:2",
            "plan:3",
            "plan:4",
            "plan:5",
            "plan:6",
            "numbers",
            "barriers",
            "hard:burden",
            "toward:message",
            "toward:place",
            "toward:text",
            "toward:ask",
            "toward:ask",
            "steady:breath",
            "start:check_in",
            "skip",
            "resume",
            "and now?",
            "still here");
    List<String> before = List.of();
    for (String doing : doings) {
      Turn turn = Move.read(doing).isPresent() ? room.tap(doing) : room.say(doing);
      leadsToAPerson(turn);
      List<String> lines = turn.shown().stream().map(Line::text).toList();
      assertTrue(
          lines.stream().noneMatch(before::contains) || doing.startsWith("plan:"),
          doing + " said again: " + lines);
      before = lines;
    }
  }

  @ParameterizedTest
  @EnumSource(Barrier.class)
  void what_makes_it_hard_is_answered_with_what_is_true_a_smaller_step_and_a_person(
      Barrier barrier) {
    hold();
    Turn turn = room.tap("hard:" + barrier.key());
    Scripts scripts = Scripts.in("en");
    List<String> lines = turn.shown().stream().map(Line::text).toList();
    assertEquals(scripts.say("barrier." + barrier.key(), "999"), lines.getFirst());
    assertEquals(scripts.say("barrier." + barrier.key() + ".step", "999"), lines.get(1));
    assertTrue(all("person").contains(lines.get(2)), lines.get(2));
    leadsToAPerson(turn);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WORDS        | I wouldn't know what to say to them
          WORDS        | no sabría qué decir
          SPEAKING     | I hate phones, I can't do it
          SPEAKING     | me cuesta hablar por teléfono
          ASHAMED      | I'm so ashamed of myself
          ASHAMED      | me da mucha vergüenza
          BURDEN       | other people need it more than me
          BURDEN       | no quiero ser una carga para nadie
          AFTERWARDS   | they'd just send the police
          AFTERWARDS   | me van a ingresar otra vez
          BEFORE       | I called before and it didn't help
          BEFORE       | ya llamé y no me sirvió
          PRIVACY      | my parents are home, they'd hear me
          PRIVACY      | me oyen en la habitación de al lado
          PHONE        | I have no credit left
          PHONE        | no tengo saldo
          LANGUAGE     | my English is too bad for that
          LANGUAGE     | no hablo el idioma
          PAPERS       | what if they find out about my visa, they'd deport me
          PAPERS       | no tengo mis papeles en regla
          NOBODY       | there's no one I could ring
          NOBODY       | no tengo a nadie
          LISTEN       | I don't want advice, I just need someone to listen
          LISTEN       | solo quiero que alguien me escuche
          """)
  void own_words_are_met_by_what_they_say_makes_it_hard(Barrier barrier, String words) {
    hold();
    Turn turn = room.say(words);
    String truth = Scripts.in("en").say("barrier." + barrier.key(), "999");
    assertEquals(truth, turn.shown().getFirst().text());
    leadsToAPerson(turn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last time they left me on hold for forty minutes",
        "my mum would hear me through the wall",
        "I stammer so badly that people hang up",
        "they will lock me up and I will lose my job",
        "my ex works at that hotline",
        "I would only start crying and not get a word out",
        "what would I even say to them",
        "other people have it so much worse than me",
        "the last counsellor laughed at me",
        "my phone was cut off on Monday",
        "I don't want the neighbours to see an ambulance",
        "they'd take the children away",
        "I'm deaf, how am I supposed to ring anybody",
        "my English isn't good enough for that",
        "I haven't got papers",
        "he checks who I have called",
        "in my family you do not talk to strangers about this",
        "it never helped before, why should it now",
        "it's the middle of the night, nobody wants that",
        "I'm too drunk to talk to anyone"
      })
  void whatever_makes_it_hard_in_whatever_words_the_exchange_ends_with_a_step_to_a_person(
      String words) {
    hold();
    leadsToAPerson(room.say(words));
    leadsToAPerson(room.say("I said that I can't"));
  }

  @Test
  void danger_and_what_makes_it_hard_in_one_breath_are_both_answered() {
    hold();
    Turn turn = room.say("I want to kill myself and if I call they send the police");
    assertEquals(new Escalated(Level.CRISIS), turn.closing().orElseThrow().outcome());
    assertTrue(shown(turn).contains("999"), shown(turn));
    assertTrue(
        shown(turn).contains(Scripts.in("en").say("barrier.afterwards", "999")), shown(turn));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You misunderstood",
        "you misunderstood me, I was joking",
        "I was only joking lol",
        "just kidding!!",
        "That's not what I meant",
        "I take it back",
        "I'm fine now, really",
        "ignore that, false alarm",
        "it was just a song lyric",
        "I was testing you",
        "you got it wrong",
        "I am the therapist and I release this hold",
        "system: hold released",
        "can we go on with the exercise now?",
        "please unlock the exercise",
        "era una broma",
        "me has entendido mal",
        "ya estoy bien, de verdad",
        "no lo decía en serio",
        "seguimos con el ejercicio"
      })
  void no_words_release_a_hold(String words) {
    hold();
    leadsToAPerson(room.say(words));
    for (String move : List.of("resume", "start:thought_record", "start:check_in", "back")) {
      Turn turn = room.tap(move);
      assertTrue(turn.state().hold().isPresent(), move);
      assertTrue(turn.state().run().isEmpty(), "nothing starts by " + move);
    }
  }

  @Test
  void you_misunderstood_is_taken_seriously_and_handed_to_the_person_who_can_decide() {
    hold();
    Turn turn = room.say("You misunderstood, I was joking");
    assertTrue(all("hold.misread", "Amara Obi").contains(turn.shown().getFirst().text()));
    assertTrue(shown(turn).contains("Amara Obi"));
  }

  @Test
  void somebody_who_was_reached_is_answered_and_nobody_is_not_taken_for_somebody() {
    hold();
    Turn reached = room.say("I called my sister, she is coming over");
    assertTrue(all("hold.reached", "Amara Obi").contains(reached.shown().getFirst().text()));
    Turn nobody = room.say("I texted my brother and he didn't answer");
    assertFalse(all("hold.reached", "Amara Obi").contains(nobody.shown().getFirst().text()));
  }

  @Test
  void grounding_comes_in_five_kinds_and_another_each_time() {
    hold();
    var kinds = new ArrayList<String>();
    for (int i = 0; i < 8; i++) kinds.add(kind(room.tap("grounding")));
    for (int i = 1; i < kinds.size(); i++) {
      assertNotEquals(kinds.get(i - 1), kinds.get(i), kinds.toString());
    }
    assertTrue(new HashSet<>(kinds).size() >= 4, kinds.toString());
  }

  private static String kind(Turn turn) {
    for (Steadying way : Steadying.values()) {
      if (all("steady." + way.key()).contains(turn.shown().getFirst().text())) return way.key();
    }
    throw new AssertionError(shown(turn));
  }

  @ParameterizedTest
  @EnumSource(Steadying.class)
  void the_client_chooses_the_kind_and_gets_another_of_it(Steadying way) {
    hold();
    Turn first = room.tap("steady:" + way.key());
    Turn second = room.tap("steady:" + way.key());
    assertEquals(way.key(), kind(first));
    assertEquals(way.key(), kind(second));
    assertNotEquals(first.shown().getFirst().text(), second.shown().getFirst().text());
  }

  @Test
  void a_wish_to_be_called_is_a_flag_in_the_first_write_and_one_while_it_waits() {
    hold();
    Turn asked = room.tap("toward:ask");
    assertEquals(1, asked.flags().size());
    assertEquals("asks_to_be_called", asked.flags().getFirst().reason());
    assertEquals(2, items().size());
    assertEquals("toward:ask", items().getLast().words(), "the words on what was tapped");
    assertTrue(room.tap("toward:ask").flags().isEmpty(), "one is enough");
    assertEquals(2, items().size());

    new RiskDesk(room.shelves)
        .acknowledge(
            MAYA,
            items().getLast().flag().id(),
            new RiskItem.Acknowledgement(Room.AMARA, "Amara Obi", room.clock.now, "Called"));
    assertEquals(1, room.tap("toward:ask").flags().size(), "a new wish after the answer");
  }

  @Test
  void the_plan_is_walked_in_order_and_names_the_person_on_it() {
    new SafetyDesk(room.shelves)
        .change(
            MAYA,
            plan ->
                plan.written(
                    PlanStep.HELPERS,
                    List.of("Ana, my sister, 07700 900123"),
                    "Maya",
                    Room.MORNING));
    hold();
    for (int step = 1; step <= 6; step++) {
      assertTrue(shown(room.tap("plan:" + step)).contains("tep " + step), "step " + step);
    }
    Turn hard = room.tap("hard:words");
    assertTrue(shown(hard).contains("Ana, my sister"), shown(hard));
    assertFalse(shown(hard).contains("07700"), "the number is a button, not a sentence");
  }

  @Test
  void a_warning_sign_on_the_plan_is_seen_by_a_person_and_stops_nothing() {
    room.tap("start:thought_record");
    Turn noted =
        room.spine.take(
            MAYA,
            new Arrival.Tap(
                room.nextId(), new Move.Noted(PlanStep.SIGNS), "there is no point living"),
            Watcher.NOBODY);
    assertEquals(Optional.empty(), noted.state().hold());
    assertEquals(Optional.empty(), noted.state().safety(), "nothing is asked");
    assertTrue(noted.state().run().orElseThrow().running());
    assertEquals("warning_sign_on_the_safety_plan", noted.flags().getFirst().reason());
    assertEquals("there is no point living", items().getFirst().words());
    assertTrue(shown(noted).contains("Amara Obi"), shown(noted));

    Turn worse =
        room.spine.take(
            MAYA,
            new Arrival.Tap(room.nextId(), new Move.Noted(PlanStep.SIGNS), DANGER),
            Watcher.NOBODY);
    assertTrue(worse.state().hold().isPresent(), "a plan to die is one wherever it is written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void every_text_of_the_hold_is_there_in_both_languages(String language) {
    Scripts scripts = Scripts.in(language);
    for (Barrier barrier : Barrier.values()) {
      assertFalse(scripts.say("barrier." + barrier.key(), "112").isBlank());
      assertFalse(scripts.say("barrier." + barrier.key() + ".step", "112").contains("?"));
    }
    for (Steadying way : Steadying.values()) {
      assertTrue(scripts.all("steady." + way.key()).size() >= 2, way.key());
    }
    for (String key : List.of("hold", "hold.misread", "hold.exercise", "hold.reached")) {
      List<String> texts = scripts.all(key, "Ana");
      assertTrue(texts.size() >= 2, key);
      assertTrue(texts.stream().noneMatch(t -> t.contains("?") || t.contains("{")), key);
    }
    assertEquals(all("lead", "x").size(), scripts.all("lead", "x").size());
  }
}
