package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he hates me",
        "She thinks I'm stupid.",
        "my boss can't stand me",
        "everyone is judging me",
        "They don't like me",
        "I'm a failure",
        "I am such an idiot",
        "I always mess everything up",
        "everything is ruined",
        "because nobody cares about me",
        "mi jefe me odia",
        "todos piensan que soy tonta",
        "soy un fracaso",
        "siempre lo arruino",
        "no le importo"
      })
  void a_guess_or_a_verdict_is_no_fact(String text) {
    assertTrue(Tells.interprets(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my boss walked past me without saying hello",
        "He said “I hate this report” and left",
        "She walked out. I think she hates me",
        "I got a letter from the bank",
        "I was alone at home on Sunday",
        "I failed my driving test",
        "me gritó delante de todos",
        "mi hermana no contestó mi mensaje",
        "perdí el trabajo en marzo"
      })
  void what_a_camera_could_have_seen_is_a_fact(String text) {
    assertFalse(Tells.interprets(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday at work",
        "On Monday she called",
        "it was 3pm",
        "last night",
        "ayer en casa",
        "el lunes",
        "hace dos días"
      })
  void a_time_is_seen(String text) {
    assertTrue(Tells.tellsWhen(text), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my boss ignored me", "I sat in the kitchen", "mi jefe no me saludó"})
  void no_time_is_made_up(String text) {
    assertFalse(Tells.tellsWhen(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "think positive",
        "Everything will be fine",
        "it's all going to be ok",
        "just be happy",
        "todo va a estar bien",
        "hay que pensar positivo"
      })
  void a_slogan_is_seen(String text) {
    assertTrue(Tells.slogan(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He may have been busy, and I can ask him",
        "I made one mistake and most of it was fine",
        "quizás estaba ocupado y puedo preguntarle"
      })
  void a_balanced_thought_is_no_slogan(String text) {
    assertFalse(Tells.slogan(text), text);
  }
}
