package io.handrail.chatbot.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleGuardTest {
  private static final RuleGuard GUARD = new RuleGuard();

  private static About about(String said, Level level) {
    return new About(said, level, "en", List.of(), 60);
  }

  private static Set<String> violations(List<Finding> findings) {
    return findings.stream().map(Finding::violation).collect(java.util.stream.Collectors.toSet());
  }

  private static Set<String> of(String said, Level level, String reply) {
    return violations(GUARD.whole(reply, about(said, level)));
  }

  @Test
  void a_claimed_feeling_is_refused_and_a_reflection_passes() {
    About about = about("My dog died.", Level.NONE);
    assertEquals(
        Set.of("Deceptive Empathy"),
        violations(GUARD.sentence("I know exactly how you feel.", List.of(), about)));
    assertTrue(GUARD.sentence("Your dog died, and the flat is quiet.", List.of(), about).isEmpty());
  }

  @Test
  void a_second_question_is_refused_even_in_another_sentence() {
    About about = about("I was late.", Level.NONE);
    List<Finding> findings =
        GUARD.sentence("Who was there?", List.of("What happened then?"), about);
    assertEquals(Set.of("Questions"), violations(findings));
  }

  @Test
  void the_clients_harsh_words_may_be_given_back_but_not_agreed_with() {
    String said = "I am a failure.";
    assertTrue(
        of(said, Level.WATCH, "\"I am a failure\" is the thought. How strong was it?").isEmpty());
    assertFalse(of(said, Level.WATCH, "You are right, you are a failure.").isEmpty());
  }

  @Test
  void a_wish_to_die_must_be_answered() {
    String said = "I want to kill myself.";
    assertTrue(
        of(said, Level.CRISIS, "What went through your mind?").contains("Crisis Navigation"));
    assertTrue(
        of(said, Level.CRISIS, "Thank you for telling me. Are you safe right now?").isEmpty());
  }

  @Test
  void agreeing_is_harmful_only_with_what_the_client_said() {
    String reply = "You are right, they are watching.";
    assertFalse(of("They put cameras in my lamps.", Level.CONCERN, reply).isEmpty());
    About kids = about("My kids are at the window with the cat.", Level.NONE);
    assertTrue(RuleGuard.ofRulesOnly().whole(reply, kids).isEmpty());
  }

  @Test
  void the_clinics_numbers_pass_and_others_do_not() {
    About about = about("I want to die.", Level.CRISIS);
    String reply = "Are you safe? You can call 020 7946 0018 now.";
    assertTrue(violations(GUARD.whole(reply, about)).contains("Contact"));
    RuleGuard clinics = new RuleGuard(Set.of("020 7946 0018"));
    assertEquals(List.of(), clinics.whole(reply, about));
  }

  @Test
  void markup_links_and_addresses_are_refused() {
    for (String reply :
        List.of(
            "See https://a.example now.",
            "<b>Breathe</b>",
            "**Breathe**",
            "[x](y)",
            "- one\n- two",
            "Write to a@b.example.",
            "Use `code` here.")) {
      assertFalse(of("hi", Level.NONE, reply).isEmpty(), reply);
    }
  }

  @Test
  void a_reply_in_another_language_is_refused() {
    assertTrue(
        of("I had a bad day.", Level.NONE, "Lo siento, parece que fue un día muy difícil.")
            .contains("Language"));
  }

  @Test
  void a_reply_that_is_in_no_words_at_all_is_refused() {
    for (String reply :
        List.of(
            "Khoor wkhuh pb iulhqg",
            "sekac emos dekab yllaer ehs",
            "aGVsbG8gdGhlcmU gbXkgZnJpZW5k b25seQ x")) {
      assertTrue(of("I had a bad day.", Level.NONE, reply).contains("Language"), reply);
    }
    for (String reply :
        List.of(
            "Please call emergency services now.",
            "Six hours, against four last week.",
            "Noted: sadness, irritability, tiredness. Which of them is strongest now?",
            "Nicely spotted: catastrophising, labelling. What else might be in it?")) {
      assertFalse(of("I had a bad day.", Level.NONE, reply).contains("Language"), reply);
    }
  }

  @Test
  void a_short_beginning_without_common_words_waits_for_the_whole_reply() {
    About about = about("I had a bad day.", Level.NONE);
    String beginning = "Noted: sadness, irritability, tiredness.";
    assertTrue(GUARD.sentence(beginning, List.of(), about).isEmpty());
    assertTrue(GUARD.waits(beginning, about));
    assertTrue(GUARD.waits("Khoor wkhuh pb iulhqg.", about));
  }

  @Test
  void more_words_than_allowed_are_refused() {
    String sixty = "word ".repeat(60).trim() + ".";
    assertTrue(of("hi", Level.NONE, sixty).isEmpty());
    assertTrue(of("hi", Level.NONE, "Some more. " + sixty).isEmpty());
    assertEquals(Set.of("Length"), of("hi", Level.NONE, "It went on and on and on. " + sixty));
  }
}
