package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Template;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.turn.Screen.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an exercise asks must not make a risk of an everyday answer. */
class ExerciseQuestionsTest {
  private static final SafetyScreen SCREEN = new SafetyScreen();
  private static final Map<String, List<String>> ANSWERS =
      Map.of(
          "en",
          List.of(
              "yes",
              "yes, one more",
              "probably that's enough, yes",
              "pass",
              "I do",
              "no",
              "none",
              "probably Wednesday after lunch",
              "not sure"),
          "es",
          List.of(
              "sí",
              "sí, una más",
              "paso",
              "no",
              "nada",
              "supongo que trabajo o estudio",
              "el jueves a las diez",
              "no sé",
              "prefiero no contestar"));

  private static Screening screening(String text, String language, ContextLine... before) {
    List<ContextLine> context = List.of(before);
    Optional<String> asked = Optional.of(context.getLast().text());
    return SCREEN.screen(new Heard(text, language, context, asked, Level.NONE, Optional.empty()));
  }

  private static ContextLine program(String text) {
    return new ContextLine(Role.PROGRAM, text);
  }

  @Test
  void no_question_of_an_exercise_makes_a_risk_of_an_everyday_answer() {
    var wrong = new ArrayList<String>();
    int questions = 0;
    for (Protocol protocol : ProtocolFolder.open(folder()).active()) {
      for (Step step : protocol.steps()) {
        if (!(step instanceof Step.Question q)) continue;
        for (String language : protocol.languages()) {
          for (String asked : asked(q, language)) {
            questions++;
            for (String answer : ANSWERS.getOrDefault(language, List.of())) {
              Screening heard = screening(answer, language, program(asked));
              if (heard.level().atLeast(Level.CONCERN)) {
                wrong.add(asked + " - " + answer + " " + heard.signals().getFirst().name());
              }
            }
          }
        }
      }
    }
    assertTrue(questions > 300, "questions tried: " + questions);
    assertEquals(List.of(), wrong.stream().limit(20).toList());
  }

  private static List<String> asked(Step.Question q, String language) {
    return Stream.of(
            Stream.of(q.ask()), q.more().stream(), q.fill().values().stream(), q.hints().stream())
        .flatMap(all -> all)
        .flatMap(w -> w.in(language).stream())
        .map(Template::source)
        .map(text -> text.replaceAll("\\{[^}]*}", language.equals("es") ? "mi jefe" : "my boss"))
        .toList();
  }

  private static Path folder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }

  @Test
  void doing_it_is_the_step_where_a_step_was_asked_for_and_nowhere_else() {
    ContextLine when = program("Which day, and at what time?");
    for (String said :
        List.of(
            "do it on Thursday instead",
            "I'll do it on Thursday",
            "I'm going to do it tonight",
            "then I'd do it on Thursday first thing, before I open my emails")) {
      assertFalse(screening(said, "en", when).level().atLeast(Level.CONCERN), said);
      ContextLine thought = program("What was going through your mind?");
      ContextLine earlier = new ContextLine(Role.CLIENT, "I want to end it all");
      assertTrue(screening(said, "en", earlier, when).level().atLeast(Level.CONCERN), said);
      assertTrue(
          screening(said + ", I have the pills", "en", when).level().atLeast(Level.CONCERN), said);
      assertTrue(
          screening(said + " and then I want to die", "en", when).level() == Level.CRISIS, said);
      assertTrue(screening(said, "en", thought).level().atLeast(Level.CONCERN), said);
    }
  }

  @Test
  void in_a_talk_about_safety_the_same_question_means_more() {
    ContextLine direct = program("Are you having thoughts of killing yourself?");
    ContextLine yes = new ContextLine(Role.CLIENT, "yes");
    assertEquals(
        Level.CRISIS, screening("yes", "en", direct, yes, program("Is there a plan?")).level());
    assertEquals(
        Level.CRISIS, screening("yes", "en", program("Do you have a plan for it?")).level());
    assertEquals(Level.CONCERN, screening("yes", "en", direct).level());
    assertEquals(Level.CONCERN, screening("I'd rather not say", "en", direct).level());
  }

  @Test
  void a_calm_denial_is_a_denial() {
    ContextLine direct = program("Are you having any thoughts of ending your life?");
    assertEquals(Level.WATCH, screening("No, I'm safe, it's just a bad day", "en", direct).level());
    assertEquals(Level.WATCH, screening("no, I am fine", "en", direct).level());
    assertEquals(Level.CONCERN, screening("no. well, sometimes", "en", direct).level());
    assertEquals(Level.CONCERN, screening("I am", "en", direct).level());
  }
}
