package io.handrail.chatbot.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.safety.SafetyAnswer.Reply;
import io.handrail.care.safety.SafetyQuestion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers as people write them. Unclear is empty here: it is asked about once more. */
class SafetyReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no|NO
          No.|NO
          nope, nothing like that|NO
          no, I'm safe, it's just a bad day|NO
          I'm safe|NO
          I haven't|NO
          Not at all|NO
          never|NO
          No, I don't. I just had a fight with my mother and I am so tired of it all|NO
          no, para nada|NO
          Claro que no|NO
          nunca|NO
          yes|YES
          Yeah...|YES
          yes, sometimes|YES
          sometimes|YES
          kind of|YES
          a bit, at night|YES
          I think so|YES
          not really but sometimes|YES
          no, but it crosses my mind|YES
          no. well, sometimes, though i know it is wrong|YES
          I do|YES
          i've thought about it|YES
          sí|YES
          a veces|YES
          más o menos|YES
          no, pero a veces sí|YES
          idk|
          I don't know|
          maybe|
          not really|
          I guess not|
          hard to say|
          not anymore|
          not today|
          no one would care|
          no reason to go on|
          nothing matters|
          I don't want to live|
          i do not want to be here|
          no quiero vivir|
          no puedo más|
          yes I'm safe|
          yeah no|
          yes but not like that|
          whatever|
          why do you ask|
          no sé|
          I have to go to work now|
          🙂|
          ok|
          I'd rather not say|DECLINED
          i dont want to talk about it|DECLINED
          none of your business|DECLINED
          pass|DECLINED
          prefiero no decirlo|DECLINED
          no quiero hablar de eso|DECLINED
          """)
  void words_about_thoughts_are_read_soberly(String said, Reply expected) {
    assertEquals(
        Optional.ofNullable(expected),
        SafetyReading.read(SafetyQuestion.THOUGHTS, said, false).reply(),
        said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          METHOD|pills|YES
          METHOD|no, not how|NO
          METHOD|las pastillas|YES
          INTENT|not yet|YES
          INTENT|todavía no|YES
          INTENT|not tonight|
          PLAN|I have to get up early|
          EVER|years ago|YES
          EVER|yes, when I was sixteen|YES
          EVER|not today|
          RECENT|last week|YES
          RECENT|two months ago|YES
          RECENT|years ago|NO
          RECENT|hace un mes|YES
          RECENT|no, years ago|NO
          """)
  void each_question_has_answers_of_its_own(SafetyQuestion question, String said, Reply expected) {
    assertEquals(
        Optional.ofNullable(expected), SafetyReading.read(question, said, false).reply(), said);
  }

  @ParameterizedTest
  @EnumSource(SafetyQuestion.class)
  void what_the_screen_heard_is_never_read_as_a_no(SafetyQuestion question) {
    var read = SafetyReading.read(question, "no, I'm fine, I only wish I were dead", true).reply();
    assertTrue(read.filter(Reply.NO::equals).isEmpty(), question + " " + read);
  }
}
