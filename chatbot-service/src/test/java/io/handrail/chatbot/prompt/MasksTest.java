package io.handrail.chatbot.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MasksTest {
  private final Masks masks = new Masks(Set.of("Ana María Ruiz", "Will", "Tomás"));

  @Test
  void names_contacts_and_numbers_are_taken_out_and_put_back() {
    String said =
        "I am ana maría, write to ana.r@mail.example or @anar22, call +34 612 345 678; NHS 943 476"
            + " 5919, born 12-05-1990, https://me.example/x. Tomás knows.";
    String hidden = masks.hide(said);
    assertEquals(
        "I am [name1] [name2], write to [contact1] or [contact2], call [number1]; NHS [number2],"
            + " born [number3], [contact3] [name3] knows.",
        hidden);
    assertEquals(said, masks.show(hidden));
  }

  @Test
  void the_same_word_has_the_same_mark_everywhere() {
    assertEquals("[name1] and [name1]", masks.hide("Tomás and Tomás"));
    assertEquals("[name1]", masks.hide("Tomás"));
  }

  @Test
  void ratings_dates_in_words_and_everyday_words_stay() {
    for (String said :
        List.of(
            "sad 80, angry 70, 60 50 40 30 20",
            "I will not go, and will I ever?",
            "at 10:30 on the 4th, 100 100 90",
            "analysis and tomasito")) {
      assertEquals(said, masks.hide(said));
    }
    assertEquals("Did [name1] come?", masks.hide("Did Will come?"));
  }

  @Test
  void marks_come_back_inside_lists_and_maps() {
    masks.hide("Tomás");
    assertEquals(
        Map.of("a", List.of(Map.of("who", "Tomás", "n", 3))),
        masks.showIn(Map.of("a", List.of(Map.of("who", "[Name1]", "n", 3)))));
    assertEquals("[name9] stays", masks.show("[name9] stays"));
  }

  @Test
  void particles_and_short_words_of_a_name_are_not_names_alone() {
    var long_ = new Masks(Set.of("María de la Cruz", "Jo Li"));
    assertEquals("la casa de mi madre", long_.hide("la casa de mi madre"));
    assertEquals("[name1] y [name2]", long_.hide("maría de la cruz y Cruz"));
    assertEquals("una cruz; [name3] came", long_.hide("una cruz; jo li came"));
  }

  @Test
  void nobody_to_hide_is_fine() {
    assertEquals("Ana", new Masks(Set.of()).hide("Ana"));
    assertEquals("Ana", new Masks(Set.of("", " ", "A")).hide("Ana"));
  }
}
