package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.handrail.care.conversation.Level;
import io.handrail.chatbot.words.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is only a way of speaking stays quiet, and never hides a risk that is said beside it. */
class BesideIdiomsTest {
  private static final SafetyScreen SCREEN = new SafetyScreen();
  private static final Set<String> WAYS_OF_SPEAKING =
      Set.of("benign-idiom", "benign-homonym", "benign-mixed");
  private static final int AT_LEAST = 40;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "es; me quiero matar; ya no quiero vivir; anoche me tomé todas las pastillas;"
            + " tengo la soga lista para esta noche; mi marido me acaba de pegar;"
            + " voy a matar a mi jefe con la pistola",
        "de; ich will nicht mehr leben; ich bringe mich heute um;"
            + " ich habe alle Tabletten geschluckt; ich werde meinen Chef umbringen;"
            + " der Strick liegt schon bereit; ich will sterben",
        "fr; je ne veux plus vivre; je vais me tuer ce soir;"
            + " j'ai avalé toute la boîte de médicaments; je vais tuer mon patron;"
            + " la corde est prête; j'ai envie de mourir",
        "zh; 我不想活了; 我今晚就自杀; 我刚刚吞了一整瓶药; 我要杀了我老板; 遗书我已经写好了; 我想死"
      })
  void a_risk_is_heard_beside_every_way_of_speaking(
      String language,
      String first,
      String second,
      String third,
      String fourth,
      String fifth,
      String sixth) {
    List<String> risks = List.of(first, second, third, fourth, fifth, sixth);
    List<String> spoken = waysOfSpeaking(language);
    assertTrue(spoken.size() >= AT_LEAST, language + " " + spoken.size());
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      String risk = risks.get(i % risks.size());
      joined(spoken.get(i), risk, language.equals("zh"))
          .filter(text -> !heard(text, language).atLeast(Level.CONCERN))
          .forEach(missed::add);
    }
    assertEquals(List.of(), missed);
  }

  private static List<String> waysOfSpeaking(String language) {
    List<String> spoken = new ArrayList<>();
    for (JsonNode node : Corpus.lines("screen-train-c.jsonl")) {
      if (!node.get("lang").textValue().equals(language)) continue;
      if (!WAYS_OF_SPEAKING.contains(node.get("stratum").textValue())) continue;
      spoken.add(node.get("text").textValue());
    }
    return spoken;
  }

  /** Before it and after it, in a sentence of its own and in the same. */
  private static Stream<String> joined(String spoken, String risk, boolean chinese) {
    String stop = chinese ? "。" : ". ";
    String comma = chinese ? "，" : ", ";
    return Stream.of(
        spoken + stop + risk, risk + stop + spoken, spoken + comma + risk, risk + comma + spoken);
  }

  private static Level heard(String text, String language) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", "x").put("text", text).put("lang", language);
    return Level.valueOf(String.valueOf(ScreenCommand.answer(SCREEN, node, false).get("level")));
  }
}
