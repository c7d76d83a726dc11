package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.CLINIC;
import static io.handrail.chatbot.turn.Room.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Outcome.Escalated;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.safety.SafetyAnswer.Reply;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.care.safety.SafetyTopic;
import io.handrail.chatbot.screen.SafetyScreen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a safety conversation begins with, by what was heard, and where its first answer leads. */
class SafetyTopicsTest {
  private final Room room = new Room();

  @BeforeEach
  void begin() {
    room.tap("start:thought_record");
    hears("voices", "hallucination");
    hears("a mission", "grandiosity");
    hears("cutting", "self_harm_urge");
    hears("not eating", "eating_disordered");
    hears("autre langue", "language_unsupported");
    hears("my brother", "third_person_risk");
    hears("bridges", "means_question_after_loss");
    hears("item nine", "phq9_question_9");
    hears("meals", "sounds_like_eating_disorder");
  }

  private void hears(String text, String signal) {
    room.screen.hears.put(text, new Signal(signal, Level.CONCERN, text));
  }

  private static Optional<SafetyQuestion> waiting(Turn turn) {
    return turn.state().safety().flatMap(talk -> talk.waiting());
  }

  private Turn tap(SafetyQuestion question, Reply reply) {
    return room.tap("safety:" + question.key() + "," + reply.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "voices,       UNUSUAL,   VOICES, hard to be alone with",
    "a mission,    UNUSUAL,   VOICES, hard to be alone with",
    "cutting,      SELF_HARM, HURT,   hurting yourself",
    "not eating,   EATING,    BODY,   eating and your body",
    "meals,        EATING,    BODY,   eating and your body",
    "autre langue, LANGUAGE,  WISH,   only English and Spanish",
    "my brother,   SOMEBODY,  WISH,   call 999",
    "bridges,      SUICIDE,   WISH,   what you just wrote",
    "item nine,    ANSWER,    WISH,   your last answer"
  })
  void each_begins_with_first_words_and_a_first_question_of_its_own(
      String said, SafetyTopic topic, SafetyQuestion first, String words) {
    Turn turn = room.say(said);
    assertEquals(topic, turn.state().safety().orElseThrow().topic());
    assertEquals(Optional.of(first), waiting(turn));
    assertTrue(shown(turn).contains(words), shown(turn));
    assertEquals(new Escalated(Level.CONCERN), turn.closing().orElseThrow().outcome());
    assertEquals(1, new RiskDesk(room.shelves).open(CLINIC).size(), "a person is told");
    assertTrue(turn.state().hold().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"voices, VOICES", "not eating, BODY"})
  void commanding_voices_and_a_failing_body_are_a_crisis_at_once(
      String said, SafetyQuestion question) {
    room.say(said);
    Turn yes = tap(question, Reply.YES);
    assertEquals(new Escalated(Level.CRISIS), yes.closing().orElseThrow().outcome());
    assertTrue(yes.state().hold().isPresent());
    assertTrue(shown(yes).contains("999"));
  }

  @Test
  void hurting_oneself_asks_for_the_wound_and_a_wound_is_a_crisis() {
    room.say("cutting");
    Turn hurt = tap(SafetyQuestion.HURT, Reply.YES);
    assertEquals(Optional.of(SafetyQuestion.WOUND), waiting(hurt));
    Turn wound = tap(SafetyQuestion.WOUND, Reply.YES);
    assertTrue(wound.state().hold().isPresent());

    var other = new SafetyTopicsTest();
    other.begin();
    other.room.say("cutting");
    Turn none = other.tap(SafetyQuestion.HURT, Reply.NO);
    assertEquals(Optional.of(SafetyQuestion.WISH), waiting(none), "no wound is asked about");
  }

  @ParameterizedTest
  @CsvSource({"voices, VOICES", "cutting, HURT", "not eating, BODY"})
  void a_no_leads_to_the_plain_questions_all_the_same(String said, SafetyQuestion first) {
    room.say(said);
    assertEquals(Optional.of(SafetyQuestion.WISH), waiting(tap(first, Reply.NO)));
  }

  @Test
  void thoughts_of_dying_come_before_whatever_else_was_heard() {
    var voices = new Signal("hallucination", Level.CONCERN, "voices");
    var dying = new Signal("passive_ideation", Level.CONCERN, "wish I was dead");
    var heard =
        new io.handrail.care.conversation.Screening(
            Level.CONCERN, List.of(voices, dying), "en", true);
    assertEquals(SafetyTopic.SUICIDE, SafetyTopics.of(heard));
  }

  /** The screen of the product says in its own words what these rest on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I hear voices that comment on everything I do                       | UNUSUAL
          they put a chip in my brain and the TV talks to me about it | UNUSUAL
          I keep cutting my arms when I can't sleep                           | SELF_HARM
          I make myself throw up after every meal and I only eat 300 calories | EATING
          Dzisiaj znowu płakałam przez cały dzień i nie wiem, co mam dalej robić | LANGUAGE
          """)
  void the_products_screen_hears_what_each_begins_with(String text, SafetyTopic topic) {
    var heard =
        new SafetyScreen()
            .screen(
                new Screen.Heard(
                    text, "en", List.of(), Optional.empty(), Level.NONE, Optional.empty()));
    assertTrue(heard.level().atLeast(Level.CONCERN), text + ": " + heard);
    if (heard.level() == Level.CONCERN) {
      assertEquals(topic, SafetyTopics.of(heard), text + ": " + heard);
    }
  }

  @Test
  void no_credit_is_no_denial() {
    room.say("there is no point living");
    Turn turn = room.say("I don't have any credit on my phone");
    assertTrue(turn.state().safety().orElseThrow().answers().isEmpty(), "not a no");
    assertTrue(shown(turn).contains(Scripts.in("en").say("barrier.phone", "999")), shown(turn));
  }

  @Test
  void after_the_questions_a_person_stays_near_too() {
    room.say("there is no point living");
    tap(SafetyQuestion.WISH, Reply.YES);
    tap(SafetyQuestion.THOUGHTS, Reply.NO);
    tap(SafetyQuestion.EVER, Reply.NO);
    Turn hard = room.say("I hate phones");
    assertTrue(shown(hard).contains(Scripts.in("en").say("barrier.speaking", "999")), shown(hard));
    List<String> leads = Scripts.in("en").all("lead", "Amara Obi");
    for (Turn turn : List.of(room.say("hm"), room.tap("grounding"))) {
      assertTrue(leads.stream().anyMatch(shown(turn)::contains), shown(turn));
    }
  }

  @ParameterizedTest
  @CsvSource({"No doctors", "no police please", "you won't tell anyone right", "sin policía"})
  void no_to_whoever_might_come_is_no_answer_and_is_talked_through(String words) {
    room.say("there is no point living");
    Turn turn = room.say(words);
    assertTrue(turn.state().safety().orElseThrow().answers().isEmpty(), "not a no");
    assertEquals(Optional.of(SafetyQuestion.WISH), waiting(turn), "the question stands");
    boolean met =
        shown(turn).contains(Scripts.in("en").say("barrier.afterwards", "999"))
            || shown(turn).contains(Scripts.in("en").say("barrier.listen", "999"));
    assertTrue(met, shown(turn));
  }
}
