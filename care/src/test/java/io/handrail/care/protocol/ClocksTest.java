package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {
  private static final int NIGHT = 23 * 60;
  private static final int MORNING = 7 * 60;

  private static String read(String text, int near) {
    return Clocks.read(text, near).map(c -> Given.clock(c.minute())).orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "23:15|23:15",
        "11.15 pm|23:15",
        "11:15pm|23:15",
        "about 11|23:00",
        "around eleven|23:00",
        "half past ten|22:30",
        "quarter to twelve|23:45",
        "ten to eleven, I think|22:50",
        "twenty five past ten|22:25",
        "12|0:00",
        "12:30|0:30",
        "00:20|0:20",
        "midnight|0:00",
        "1am|1:00",
        "2315|23:15",
        "22h30|22:30",
        "las once y media|23:30",
        "a las diez menos cuarto de la noche|21:45",
        "a medianoche|0:00",
        "la una y diez|1:10",
        "twelve at night|0:00"
      })
  void an_evening_time_is_read_as_people_write_it(String text, String time) {
    assertEquals(time, read(text, NIGHT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|7:00",
        "6:40|6:40",
        "07:15|7:15",
        "quarter past seven|7:15",
        "half 8|8:30",
        "noon|12:00",
        "12|12:00",
        "las ocho menos veinte|7:40",
        "a las 7 de la mañana|7:00",
        "1 pm|13:00",
        "14:10|14:10"
      })
  void a_morning_time_is_the_one_near_the_morning(String text, String time) {
    assertEquals(time, read(text, MORNING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"late", "no idea", "27:10", "10:75", "I slept badly", ""})
  void what_is_no_time_is_none(String text) {
    assertEquals(Optional.empty(), Clocks.read(text, NIGHT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20|20",
        "about 20 minutes|20",
        "half an hour|30",
        "media hora|30",
        "an hour|60",
        "1 h 20|80",
        "1h20|80",
        "1.5 hours|90",
        "an hour and a half|90",
        "hora y media|90",
        "two hours|120",
        "2 hours and a half|150",
        "a quarter of an hour|15",
        "straight away|0",
        "none|0",
        "20 to 30|25"
      })
  void a_length_of_time_is_read_in_minutes(String text, int minutes) {
    assertEquals(minutes, Spans.minutes(text, 600).orElse(-1));
  }

  @Test
  void words_without_a_length_give_none() {
    assertTrue(Spans.minutes("for ages", 600).isEmpty());
  }

  @Test
  void minutes_are_given_back_as_hours_and_minutes() {
    assertEquals("25 min", Field.Unit.MINUTES.shown(25));
    assertEquals("6 h", Field.Unit.MINUTES.shown(360));
    assertEquals("6 h 10 min", Field.Unit.MINUTES.shown(370));
    assertEquals("85%", Field.Unit.PERCENT.shown(85));
  }
}
