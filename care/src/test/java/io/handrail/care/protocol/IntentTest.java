package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          can we stop                              | STOP
          Can we stop here for today please?       | STOP
          stop                                     | STOP
          I want to stop now                       | STOP
          This is too much. Can we stop?           | STOP
          I need to go                             | STOP
          bye                                      | STOP
          ¿podemos parar?                          | STOP
          quiero dejarlo por hoy                   | STOP
          me tengo que ir                          | STOP
          basta                                    | STOP
          skip                                     | SKIP
          can I skip this one?                     | SKIP
          pass                                     | SKIP
          I'd rather not say                       | SKIP
          I don't want to talk about it            | SKIP
          next question please                     | SKIP
          saltar                                   | SKIP
          prefiero no contestar                    | SKIP
          paso                                     | SKIP
          la siguiente                             | SKIP
          go back                                  | BACK
          can we go back a step                    | BACK
          previous question                        | BACK
          volver atrás                             | BACK
          atrás                                    | BACK
          dunno                                    | DONT_KNOW
          I don't know                             | DONT_KNOW
          idk                                      | DONT_KNOW
          no idea, sorry                           | DONT_KNOW
          not sure                                 | DONT_KNOW
          I can't think of anything                | DONT_KNOW
          no sé                                    | DONT_KNOW
          ni idea                                  | DONT_KNOW
          no se me ocurre nada                     | DONT_KNOW
          what do you mean                         | UNCLEAR
          what do you mean by hot thought?         | UNCLEAR
          I don't understand the question          | UNCLEAR
          can you explain that                     | UNCLEAR
          ¿qué quieres decir?                      | UNCLEAR
          no entiendo                              | UNCLEAR
          why do you ask                           | WHY
          why?                                     | WHY
          what's the point of this                 | WHY
          how does this help me?                   | WHY
          ¿por qué preguntas eso?                  | WHY
          ¿para qué sirve esto?                    | WHY
          can you give me an example               | EXAMPLE
          for example?                             | EXAMPLE
          dame un ejemplo                          | EXAMPLE
          give me a hint                           | HINT
          can you help me with this                | HINT
          una pista por favor                      | HINT
          that's not what I said                   | CORRECTION
          no, you got that wrong                   | CORRECTION
          eso no es lo que dije                    | CORRECTION
          are you a real person?                   | HUMAN
          are you a bot                            | HUMAN
          ¿eres una persona?                       | HUMAN
          who can read this?                       | WHO_READS
          is this private                          | WHO_READS
          ¿quién lee esto?                         | WHO_READS
          can I talk to a real person              | PERSON
          I want to talk to my therapist           | PERSON
          quiero hablar con mi terapeuta           | PERSON
          what should I do?                        | ADVICE
          is that normal?                          | ADVICE
          ¿qué debo hacer?                         | ADVICE
          this is stupid                           | FRUSTRATED
          you're not listening                     | FRUSTRATED
          esto no sirve de nada                    | FRUSTRATED
          hello                                    | GREETED
          ok thanks                                | GREETED
          hola                                     | GREETED
          """)
  void what_a_client_wants_of_the_program_is_seen(String text, Intent expected) {
    assertEquals(Optional.of(expected), IntentReading.of(text, false), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I couldn't stop crying",
        "I want to stop being like this",
        "he told me to stop",
        "I skipped lunch and then she called",
        "I don't know what I'm doing with my life",
        "she said she doesn't want to talk about it",
        "nobody helps me",
        "I thought: why me",
        "my boss said that's not what he said",
        "I go back to work on Monday and I dread it",
        "I want to go back to work but I dread it",
        "we change trains in Leeds and I panic",
        "they passed me over again",
        "no podía parar de llorar",
        "no sé qué hago con mi vida",
        "me dijo que no me quería ver",
        "paso mucho tiempo en la cama",
        "I can't do this job any more",
        "what if I never get better"
      })
  void the_same_words_within_an_answer_ask_for_nothing(String text) {
    assertEquals(Optional.empty(), IntentReading.of(text, true), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "that's all",
        "no",
        "nothing else",
        "no more",
        "that's it really",
        "done",
        "nope that's everything",
        "eso es todo",
        "nada más",
        "no",
        "ya está"
      })
  void enough_is_heard(String text) {
    assertTrue(Enough.enough(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no one called me", "nothing I do works", "all of them left", "nada me sale bien"})
  void more_is_not_taken_for_enough(String text) {
    assertFalse(Enough.enough(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is a mood?",
        "how do other people do this?",
        "¿qué es un pensamiento?",
        "can you see my screen?"
      })
  void a_bare_question_is_told_from_an_answer(String text) {
    assertTrue(Said.bareQuestion(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"maybe she was just tired?", "She left. Why did she leave?", "I was at work"})
  void an_answer_with_a_question_mark_is_an_answer(String text) {
    assertFalse(Said.bareQuestion(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          That's not what I said. I said I was late.    | I was late.
          no, I meant my sister was there               | my sister was there
          That's not what I meant: it was on Monday     | it was on Monday
          No, quise decir que llegué tarde              | llegué tarde
          """)
  void what_a_correction_says_instead_is_taken(String text, String rest) {
    assertEquals(Optional.of(rest), Said.corrected(text), text);
  }
}
