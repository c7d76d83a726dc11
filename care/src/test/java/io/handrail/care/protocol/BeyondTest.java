package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exercise must not work on, and the everyday sentences that only sound like it. */
class BeyondTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I had a flashback on the bus",
        "it's happening all over again, I can't get out",
        "suddenly I'm back there in that room",
        "I can still smell him right now",
        "I left my body and nothing felt real",
        "lo revivo todo, está pasando otra vez",
        "me vi desde fuera, todo era irreal",
      })
  void an_old_hurt_that_is_lived_through_again_is_heard(String text) {
    assertTrue(Beyond.reliving(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "they put a chip in my head",
        "the voices keep telling me I am dirty",
        "the television sends me messages",
        "my neighbours are spying on me through the walls",
        "someone poisoned my food",
        "I am the chosen one",
        "leen mis pensamientos",
        "las voces me dicen que no salga",
        "los vecinos me vigilan con cámaras ocultas",
      })
  void a_belief_that_others_do_not_share_is_heard(String text) {
    assertTrue(Beyond.unshared(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't need any sleep any more",
        "slept two hours and I'm buzzing with energy",
        "my thoughts are racing and I spent all my savings",
        "I can do anything, I can't stop talking",
        "casi no necesito dormir",
        "la cabeza me va a mil y puedo con todo",
      })
  void a_mood_that_runs_high_is_heard(String text) {
    assertTrue(Beyond.high(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run to burn off dinner",
        "two hours at the gym to make up for the cake I ate",
        "walk until I've lost five kilos",
        "skip lunch every day",
        "salir a correr para quemar la cena",
        "saltarme la cena",
      })
  void moving_or_eating_to_undo_is_heard(String text) {
    assertTrue(Beyond.undoing(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "football although my knee is still swollen",
        "jogging, even though the doctor said not to",
        "walk alone at night by the river",
        "correr aunque me duela",
      })
  void an_activity_that_could_hurt_is_heard(String text) {
    assertTrue(Beyond.unsafe(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my boss walked past me and closed his door",
        "I can still hear her laugh at my joke from last week",
        "the news on the radio made me sad",
        "my head was spinning and my thoughts were racing before the exam",
        "I slept three hours and was exhausted all day",
        "he told me the report was poison for the team",
        "they were talking about me in the kitchen",
        "I felt like I wasn't good enough",
        "it happened again on Monday, he was late again",
        "I was back at work after two weeks",
        "go for a walk after dinner",
        "cook lunch for my sister",
        "swim with Ana on Saturday",
        "run for ten minutes in the park",
        "gasté mucho en el regalo",
        "la tele estaba puesta y nadie hablaba",
        "cenar con mi hermana el viernes",
        "estaba allí sola en la cocina",
      })
  void everyday_sentences_are_left_alone(String text) {
    assertFalse(Beyond.reliving(text), text);
    assertFalse(Beyond.unshared(text), text);
    assertFalse(Beyond.high(text), text);
    assertFalse(Beyond.undoing(text), text);
    assertFalse(Beyond.unsafe(text), text);
  }
}
