package io.handrail.chatbot.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.protocolfile.ProtocolFolder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each level of autonomy may say at "evidence against", and what it may not. */
class LeewayTest {
  private static final String THOUGHT = "They all think I am useless";
  private static final Protocol RECORD =
      ProtocolFolder.open(Room.protocolsFolder()).active("thought_record").orElseThrow();

  /** The client has answered {@code said} where facts against the thought are asked for. */
  private static List<Guard.Finding> findings(
      ModelUse use, String language, String said, String... sentences) {
    Advance at = Engine.begin(RECORD, new RunId("r1"), language);
    for (String words :
        List.of("On Monday at ten my boss sighed at my report", "sad 70", THOUGHT)) {
      at = Engine.advance(RECORD, at.run(), new Answer.Words(words));
    }
    for (int i = 0; i < 12 && !at.run().step().equals("evidence_against"); i++) {
      String words = at.run().step().equals("evidence_for") ? "my boss sighed" : "that's all";
      at = Engine.advance(RECORD, at.run(), new Answer.Words(words));
    }
    assertEquals("evidence_against", at.run().step());
    Run before = at.run();
    Advance taken = Engine.advance(RECORD, before, new Answer.Words(said));
    var request =
        new Phrasing.Request(
            use,
            language,
            RECORD.title(language),
            new Phrasing.StepBrief("evidence_against", "", "", ""),
            List.of(),
            said,
            Map.of("The hot thought", THOUGHT),
            List.of(),
            List.of());
    Leeway leeway = Leeway.of(use, RECORD, before, taken, request);
    List<String> all = List.of(sentences);
    return leeway.sentence(all.getLast(), all.subList(0, all.size() - 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What has your colleague Ana said about your work in other weeks?",
        "When was there a day at work that went another way?",
        "What would you tell a friend in the same place?"
      })
  void guided_may_ask_a_question_of_its_own_where_the_exercise_stays_and_worded_may_not(
      String question) {
    assertEquals(List.of(), findings(ModelUse.GUIDED, "en", "dunno", question), question);
    boolean ask = question.contains("friend");
    assertEquals(ask, findings(ModelUse.PHRASING, "en", "dunno", question).isEmpty(), question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What facts don't fit with that thought?",
        "And what has happened that does not go with it, even something small?",
        "Is there anything else that does not fit?"
      })
  void the_scripts_question_may_be_asked_in_other_words_at_both_levels(String question) {
    for (ModelUse use : List.of(ModelUse.PHRASING, ModelUse.GUIDED)) {
      assertEquals(List.of(), findings(use, "en", "he thanked me in May", question), question);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maybe he was just tired that day.",
        "It could be that he was worried about the budget.",
        "Isn't it possible that he was tired?",
        "Don't you think he values you?",
        "What if he was thinking of something else?",
        "A more balanced thought might be that one sigh is not a verdict.",
        "You could tell yourself that one bad day is not everything.",
        "That shows that you are good at your job.",
        "This sounds like mind reading.",
        "You may be catastrophizing here.",
        "This looks like guessing what others think.",
        "Colleagues often praise reports, invite people to lunch, share coffee, remember birthdays,"
            + " answer emails quickly and celebrate promotions together."
      })
  void neither_level_hands_over_evidence_another_view_or_a_trap(String sentence) {
    for (ModelUse use : List.of(ModelUse.PHRASING, ModelUse.GUIDED)) {
      assertFalse(findings(use, "en", "dunno", sentence).isEmpty(), use + ": " + sentence);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quizás él estaba cansado ese día.                                 | false
          Podría ser que estuviera pensando en otra cosa.                   | false
          ¿No crees que te valora?                                          | false
          Eso demuestra que haces bien tu trabajo.                          | false
          Esto es leer la mente.                                            | false
          ¿Qué hechos no encajan con ese pensamiento?                       | true
          Dijiste que no se te ocurre nada.                                 | true
          """)
  void the_same_holds_in_spanish(String sentence, boolean passes) {
    var found = findings(ModelUse.GUIDED, "es", "no se me ocurre nada", sentence);
    assertEquals(passes, found.isEmpty(), sentence + " " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thank you for that.", "And who was there?"})
  void nothing_comes_after_the_question(String after) {
    var found = findings(ModelUse.GUIDED, "en", "dunno", "What facts do not fit with it?", after);
    assertTrue(
        found.stream().anyMatch(f -> f.rule().equals("goes_on_after_the_question")),
        found.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You wrote that maybe he was tired.",
        "So there is “maybe he was tired” on this side.",
      })
  void what_the_client_said_may_be_given_back(String sentence) {
    assertEquals(
        List.of(), findings(ModelUse.PHRASING, "en", "maybe he was tired", sentence), sentence);
  }
}
