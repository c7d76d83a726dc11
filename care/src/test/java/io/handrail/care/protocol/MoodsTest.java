package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodsTest {

  private static String read(String text) {
    return Moods.read(text, 100).moods().stream()
        .map(m -> m.word() + (m.strength().isPresent() ? " " + m.strength().getAsInt() : ""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anxious about 70, a bit of shame maybe 40    | anxious 70, shame 40
          anxious 70 ashamed 40                        | anxious 70, ashamed 40
          anxious                                      | anxious
          sad and angry                                | sad, angry
          I felt really sad, like 80                   | sad 80
          Sad: 80; Angry: 30                           | sad 80, angry 30
          anxious, 70                                  | anxious 70
          anxious (70%) and guilty (50%)               | anxious 70, guilty 50
          70 anxious, 40 sad                           | anxious 70, sad 40
          let down 60                                  | let down 60
          not good, 55                                 | not good 55
          scared 7/10                                  | scared 70
          panic between 80 and 90                      | panic 85
          I was so embarrassed                         | embarrassed
          meh 30                                       | meh 30
          deep sadness 90                              | sadness 90
          anger seventy five, shame twenty             | anger 75, shame 20
          guilt                                        | guilt
          ansiosa como un 70 y un poco de vergüenza 40 | ansiosa 70, vergüenza 40
          me sentí triste, 80                          | triste 80
          tristeza y rabia                             | tristeza, rabia
          miedo 60, culpa 50                           | miedo 60, culpa 50
          estaba muy enojado, unos 90                  | enojado 90
          angustia setenta y cinco por ciento          | angustia 75
          numb                                         | numb
          idk just bad                                 | bad
          I don't know, sad I guess                    | sad
          overwhelmed 85\\nlonely 60                   | overwhelmed 85
          """)
  void moods_are_read_from_free_text(String text, String expected) {
    String real = text.replace("\\n", "\n");
    if (real.contains("\n")) expected = "overwhelmed 85, lonely 60";
    assertEquals(expected, read(real), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "like nobody wants me around there",
        "that everyone was going to laugh at me",
        "como si nadie me quisiera ver por ahí",
        "I felt that they would all leave without me"
      })
  void a_thought_is_told_from_a_feeling(String text) {
    Moods.Read read = Moods.read(text, 100);
    assertTrue(read.moods().isEmpty() && read.thought(), text + " -> " + read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"70", "...", "I", "very very", "so so so"})
  void what_names_no_feeling_gives_none(String text) {
    assertTrue(Moods.read(text, 100).moods().isEmpty(), text);
  }
}
