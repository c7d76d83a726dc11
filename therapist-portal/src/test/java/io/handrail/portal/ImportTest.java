package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.ClinicId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final String FIVE =
      """
      name,language,time zone,clinician
      Rosa Gil,es,Europe/Madrid,CLINICIAN
      "Lane, Tom",English,Europe/London,CLINICIAN
      Ana,Spanish,America/Bogota,CLINICIAN
      Bo,en,Europe/Copenhagen,CLINICIAN
      Zoë,EN,Europe/Dublin,CLINICIAN
      """;

  private Practice practice;
  private Browser ines;

  @BeforeEach
  void open() {
    practice = new Practice();
    ines = practice.signedIn(Practice.INES);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private String sheet(String rows) {
    String name = practice.shelves.staff().get(Practice.MAYA).orElseThrow().name();
    return rows.replace("CLINICIAN", name);
  }

  private int enrolled() {
    ClinicId clinic = Practice.HARBOUR;
    return practice.shelves.clinics().get(clinic).orElseThrow().clients().size();
  }

  private HttpResponse<String> enrol(String sheet, String lookedAt) {
    var form = new ArrayList<>(List.of("text", sheet));
    ID.matcher(lookedAt)
        .results()
        .map(found -> found.group(1))
        .forEach(id -> form.addAll(List.of("id", id)));
    return ines.post("/clinic/import/enrol", form.toArray(String[]::new));
  }

  @Test
  void five_people_are_looked_at_first_and_then_enrolled_each_with_a_code() {
    int before = enrolled();
    String sheet = sheet(FIVE);
    HttpResponse<String> looked = ines.post("/clinic/import", "text", sheet);
    assertEquals(200, looked.statusCode());
    assertTrue(looked.body().contains("Lane, Tom"));
    assertTrue(looked.body().contains("Enrol these 5 people"));
    assertEquals(before, enrolled(), "looking enrols nobody");

    HttpResponse<String> done = enrol(sheet, looked.body());

    assertEquals(200, done.statusCode());
    assertEquals(before + 5, enrolled());
    List<String> codes = CODE.matcher(done.body()).results().map(MatchResult::group).toList();
    assertEquals(5, codes.stream().distinct().count());
    assertEquals(5, done.body().split("class=\"qr\"", -1).length - 1);
    assertEquals("no-store", done.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void the_same_page_sent_twice_enrols_nobody_twice() {
    String sheet = sheet(FIVE);
    String looked = ines.post("/clinic/import", "text", sheet).body();
    enrol(sheet, looked);
    int after = enrolled();

    HttpResponse<String> again = enrol(sheet, looked);

    assertEquals(200, again.statusCode());
    assertTrue(again.body().contains("Was enrolled before"));
    assertEquals(after, enrolled());
  }

  @Test
  void every_wrong_row_says_what_is_wrong_and_nobody_is_enrolled() {
    int before = enrolled();
    String sheet =
        sheet(
            """
            Clinician;Name;Time zone;Language
            CLINICIAN;Rosa;Europe/Madrid;es
            CLINICIAN;Rosa;Europe/Madrid;es
            CLINICIAN;;Europe/Madrid;es
            CLINICIAN;Tom;London;en
            Dr Nobody;Uwe;Europe/Berlin;en
            CLINICIAN;Ida;Europe/Oslo;no
            """);

    HttpResponse<String> looked = ines.post("/clinic/import", "text", sheet);

    assertEquals(422, looked.statusCode());
    for (String reason :
        List.of(
            "stands in the sheet twice",
            "The name is missing",
            "“London” is no time zone",
            "goes by “Dr Nobody”",
            "The language must be en or es",
            "5 rows need a look")) {
      assertTrue(looked.body().contains(reason), reason);
    }
    assertTrue(looked.body().contains("Europe/Berlin"), "nothing that was pasted is lost");
    assertEquals(422, enrol(sheet, looked.body()).statusCode());
    assertEquals(before, enrolled());
  }

  @Test
  void a_sheet_that_cannot_be_read_gets_a_plain_reason() {
    for (String[] bad :
        new String[][] {
          {"", "nothing in it"},
          {"name,language\nRosa,es", "Missing: time zone, clinician"},
          {"name,language,time zone,clinician\n", "nobody under them"},
          {"name,language,time zone,clinician\n\"Rosa,es", "cannot be read as rows"},
        }) {
      HttpResponse<String> answer = ines.post("/clinic/import", "text", bad[0]);
      assertEquals(422, answer.statusCode(), bad[1]);
      assertTrue(answer.body().contains(bad[1]), bad[1]);
    }
  }

  @Test
  void a_known_name_wants_a_word_that_it_is_another_person() {
    String sheet =
        sheet("name,language,time zone,clinician\nRosa Gil,es,Europe/Madrid,CLINICIAN\n");
    enrol(sheet, ines.post("/clinic/import", "text", sheet).body());

    HttpResponse<String> again = ines.post("/clinic/import", "text", sheet);
    assertEquals(422, again.statusCode());
    assertTrue(again.body().contains("There already is a client of this name"));
    assertEquals(200, ines.post("/clinic/import", "text", sheet, "namesakes", "yes").statusCode());
  }

  @Test
  void only_administrators_enrol() {
    Browser maya = practice.signedIn(Practice.MAYA);
    assertEquals(404, maya.get("/clinic/import").statusCode());
    assertEquals(404, maya.post("/clinic/import", "text", sheet(FIVE)).statusCode());
    assertFalse(maya.get("/clinic/import").body().contains("spreadsheet"));
  }
}
