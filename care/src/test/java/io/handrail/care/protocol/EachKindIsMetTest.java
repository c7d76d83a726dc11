package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocolfile.ProtocolFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of answer that is not simply an answer, met as a good therapist would, twice. */
class EachKindIsMetTest {
  private static final Protocol RECORD =
      ProtocolFolder.open(folder()).active("thought_record").orElseThrow();
  private static final String EN = "On Monday at ten my boss left the room";
  private static final String ES = "El lunes a las diez mi jefa salió de la sala";

  private Advance last;

  private static Path folder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }

  private EachKindIsMetTest begins(String language, String... said) {
    last = Engine.begin(RECORD, new RunId("kinds"), language);
    return says(said);
  }

  private EachKindIsMetTest says(String... said) {
    for (String words : said) last = Engine.advance(RECORD, last.run(), new Answer.Words(words));
    return this;
  }

  private String step() {
    return last.run().step();
  }

  private String shown() {
    return String.join(" ", last.say().stream().map(Advance.Say::text).toList());
  }

  private String sheet(String field) {
    return String.valueOf(last.run().fields().get(field));
  }

  private boolean said(Phrase phrase) {
    var facts = new Draft(RECORD, last.run());
    return RECORD.phrases().of(phrase).in(last.run().language()).stream()
        .flatMap(t -> t.render(facts).stream())
        .anyMatch(shown()::contains);
  }

  private void asksOnce() {
    assertEquals(1, shown().chars().filter(c -> c == '?').count(), shown());
  }

  private List<String> moods() {
    return ((Value.Rows) last.run().fields().get("moods"))
        .rows().stream()
            .map(r -> Given.plain(r.get("name")) + " " + Given.plain(r.get("intensity")))
            .toList();
  }

  @Test
  void two_moods_in_one_breath_are_two_moods() {
    begins("en", EN, "anxious about 70, a bit of shame maybe 40");
    assertEquals(List.of("anxious 70", "shame 40"), moods());
    begins("es", ES, "ansiedad como 70, y un poco de vergüenza, quizá 40");
    assertEquals(List.of("ansiedad 70", "vergüenza 40"), moods());
  }

  @Test
  void moods_named_first_and_rated_after_get_their_own_numbers() {
    begins("en", EN, "more hurt than angry, 80 and 50");
    assertEquals(List.of("hurt 80", "angry 50"), moods());
    begins("es", ES, "celosa y enfadada, 70 las dos");
    assertEquals(List.of("celosa 70", "enfadada 70"), moods());
  }

  @Test
  void not_knowing_gets_a_hint_that_asks_and_the_same_step() {
    for (var words : List.of(List.of("en", "dunno"), List.of("es", "ni idea"))) {
      begins(words.get(0), words.get(1));
      assertEquals("situation", step());
      assertTrue(said(Phrase.DONT_KNOW), shown());
      asksOnce();
    }
  }

  @Test
  void skipping_leaves_the_step_open_without_a_reproach() {
    for (var words : List.of(List.of("en", EN, "skip"), List.of("es", ES, "prefiero saltarla"))) {
      begins(words.get(0), words.get(1), words.get(2));
      assertEquals("thoughts", step(), shown());
      assertFalse(last.run().fields().containsKey("moods"));
    }
  }

  @Test
  void a_wish_to_stop_stops_at_once_and_keeps_what_is_there() {
    for (var words :
        List.of(List.of("en", EN, "can we stop"), List.of("es", ES, "¿podemos parar?"))) {
      begins(words.get(0), words.get(1), words.get(2));
      assertEquals(Run.Status.STOPPED, last.run().status());
      assertTrue(last.run().leftOff(), "it can be taken up again");
      assertTrue(sheet("situation").contains(words.get(1)));
    }
  }

  @Test
  void going_back_goes_to_what_was_asked_before() {
    for (var words : List.of(List.of("en", EN, "go back"), List.of("es", ES, "volver atrás"))) {
      begins(words.get(0), words.get(1), words.get(2));
      assertEquals("situation", step());
    }
  }

  @Test
  void what_do_you_mean_is_met_with_an_example_and_the_question() {
    for (var words :
        List.of(List.of("en", "what do you mean"), List.of("es", "¿a qué te refieres?"))) {
      begins(words.get(0), words.get(1));
      assertEquals("situation", step());
      assertTrue(shown().contains(words.get(0).equals("en") ? "For example" : "Por ejemplo"));
      asksOnce();
    }
  }

  @Test
  void that_is_not_what_i_said_opens_the_last_answer_again() {
    for (var words :
        List.of(
            List.of("en", EN, "that's not what I said"),
            List.of("es", ES, "eso no es lo que dije"))) {
      begins(words.get(0), words.get(1), words.get(2));
      assertEquals("situation", step(), shown());
    }
    begins("en", EN, "That's not what I said. It was my sister who left");
    assertTrue(sheet("situation").contains("It was my sister who left"), shown());
    begins("es", ES, "Eso no es lo que dije. Fue mi hermana la que salió");
    assertTrue(sheet("situation").contains("Fue mi hermana la que salió"), shown());
  }

  @Test
  void a_question_to_the_program_is_answered_and_is_nothing_for_the_sheet() {
    for (var words : List.of(List.of("en", "who reads this?"), List.of("es", "¿quién lee esto?"))) {
      begins(words.get(0), words.get(1));
      assertTrue(said(Phrase.ASKED_WHO_READS), shown());
      assertFalse(last.run().fields().containsKey("situation"));
    }
    begins("en", "what is the capital of France?");
    assertTrue(said(Phrase.ASKED_QUESTION), shown());
    assertFalse(last.run().fields().containsKey("situation"));
    begins("es", "¿hablo con un robot?");
    assertTrue(said(Phrase.ASKED_HUMAN), shown());
  }

  @Test
  void a_story_three_sentences_long_is_kept_whole_and_not_said_back_whole() {
    for (var words :
        List.of(
            List.of(
                "en",
                "I got to work at nine and my boss was already there. She asked for the report and"
                    + " I said it needed one more day. Then she closed her door without a word."),
            List.of(
                "es",
                "Llegué al trabajo a las nueve y mi jefa ya estaba. Me pidió el informe y le dije"
                    + " que faltaba un día. Luego cerró la puerta sin decir nada."))) {
      begins(words.get(0), words.get(1));
      assertTrue(sheet("situation").contains(words.get(1)));
      assertFalse(shown().contains(words.get(1)), shown());
      assertTrue(Texts.tokens(shown()).size() <= 60, shown());
      assertEquals("moods", step(), "the time was told");
    }
  }

  @Test
  void an_answer_that_belongs_to_the_next_step_is_kept_for_it() {
    for (var words : List.of(List.of("en", "sad 70", EN), List.of("es", "tristeza 70", ES))) {
      begins(words.get(0), words.get(1));
      assertEquals("situation", step());
      assertTrue(sheet("moods").contains("70"));
      says(words.get(2));
      assertEquals("thoughts", step(), "it is not asked for again");
    }
  }

  @Test
  void an_interpretation_where_a_fact_was_asked_for_is_kept_for_later_and_the_fact_is_asked_for() {
    for (var words : List.of(List.of("en", "she hates me"), List.of("es", "mi jefa me odia"))) {
      begins(words.get(0), words.get(1));
      assertEquals("situation", step());
      assertFalse(last.run().fields().containsKey("situation"));
      asksOnce();
    }
    begins("en", "I'm a terrible mother");
    assertFalse(last.run().fields().containsKey("situation"));
    begins("es", "soy un desastre");
    assertFalse(last.run().fields().containsKey("situation"));
  }

  @Test
  void a_wish_between_reasons_and_shorthand_is_heard() {
    begins("en", EN, "i have to go now, kids are home");
    assertEquals(Run.Status.STOPPED, last.run().status());
    begins("es", ES, "uf no puedo mas, lo dejamos para otro día");
    assertEquals(Run.Status.STOPPED, last.run().status());
    begins("en", "put me through to one of your staff");
    assertTrue(said(Phrase.ASKED_PERSON), shown());
    begins("es", "a q te refieres");
    assertTrue(shown().contains("Por ejemplo"), shown());
  }
}
