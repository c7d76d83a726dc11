package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          70                          | 70
          about 70                    | 70
          70%                         | 70
          seventy percent             | 70
          seventy-five                | 75
          seventy five                | 75
          7/10                        | 70
          7 out of 10                 | 70
          70/100                      | 70
          60-70                       | 65
          between 60 and 70           | 65
          60 to 80                    | 70
          maybe 70-80%                | 75
          a hundred                   | 100
          one hundred                 | 100
          hundred percent             | 100
          zero                        | 0
          none                        | 0
          not at all                  | 0
          half                        | 50
          completely                  | 100
          it was 80 before, now 40    | 40
          setenta                     | 70
          setenta y cinco             | 75
          como un 60                  | 60
          70 por ciento               | 70
          7 de 10                     | 70
          7 sobre 10                  | 70
          entre 60 y 70               | 65
          de 40 a 50                  | 45
          cien                        | 100
          veinticinco                 | 25
          la mitad                    | 50
          nada                        | 0
          -5                          | -5
          150                         | 150
          I'd say 7.5/10              | 75
          thirty two                  | 32
          cuarenta y dos              | 42
          """)
  void a_number_is_read_as_people_write_it(String text, int expected) {
    assertEquals(OptionalInt.of(expected), Numbers.one(text, 0, 100), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8            | 8
          80%          | 8
          eight        | 8
          8/10         | 8
          80/100       | 8
          8 out of 10  | 8
          siete        | 7
          6 or 7       | 7
          """)
  void on_a_scale_to_ten_percents_are_scaled(String text, int expected) {
    assertEquals(OptionalInt.of(expected), Numbers.one(text, 0, 10), text);
  }

  @ParameterizedTest
  @CsvSource({"very strong", "a lot", "muchísimo", "dunno", "hm", "it depends"})
  void words_without_a_number_give_none(String text) {
    assertEquals(OptionalInt.empty(), Numbers.one(text, 0, 100), text);
  }
}
