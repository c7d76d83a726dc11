package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Option;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanishTest {

  @Test
  void a_whole_thought_record_in_spanish() {
    Sitting s =
        Sitting.with("thought_record", "es-1", "es-MX", Carry.NOTHING)
            .says(
                "mi jefa me odia",
                "ayer mi jefa pasó a mi lado y no me saludó",
                "ansiosa como un 70 y un poco de vergüenza, quizás 40",
                "Me va a despedir. No valgo para esto",
                "eso es todo",
                "la segunda",
                "cerró la puerta",
                "nada más",
                "no sé",
                "en marzo me felicitó por el informe",
                "no",
                "leer la mente y predecir lo peor",
                "es cierto en parte",
                "Quizás tenía prisa, y en marzo le gustó mi trabajo",
                "sesenta y cinco",
                "40 y 20",
                "sí, claro",
                "el jueves por la tarde");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertEquals("es", s.run().language());
    assertEquals(List.of("ansiosa 70", "vergüenza 40"), s.lines("moods"));
    assertEquals(List.of("No valgo para esto"), s.lines("hot_thought"));
    assertEquals(
        List.of("Adivinar lo que piensan los demás", "Predecir lo peor"), s.lines("traps"));
    assertEquals(List.of("ansiosa 40", "vergüenza 20"), s.lines("moods_now"));
    assertTrue(
        s.happened.stream()
            .anyMatch(h ->
                h instanceof Happening.HomeworkAgreed(String task, String when)
                    && task.startsWith("Cuando aparezca “No valgo para esto”")
                    && when.equals("el jueves por la tarde")),
        s.happened::toString);
  }

  @Test
  void buttons_and_wishes_are_spanish_too() {
    Sitting s =
        Sitting.with("thought_record", "es-2", "es", Carry.NOTHING)
            .says("ayer se fue sin decir nada", "tristeza 60", "ya no le importo", "no");
    assertEquals("evidence_for", s.step(), s::transcript);
    s.says("volver atrás");
    assertTrue(s.last().expect().options().contains(new Option("keep", "Dejarlo como está")));
    s.says("déjalo así", "¿por qué preguntas eso?", "dame un ejemplo", "prefiero no contestar");
    assertEquals("evidence_against", s.step(), s::transcript);
    s.says("¿podemos parar?");
    assertEquals(Run.Status.STOPPED, s.run().status());
  }

  @Test
  void behavioural_activation_in_spanish() {
    Sitting s =
        Sitting.with("behavioural_activation", "es-3", "es", Carry.NOTHING)
            .says(
                "si espero a tener ganas no hago nada, así que empiezo pequeño",
                "me quedé en la cama 2 1 2; llamé a mi hermana 6 8 7",
                "familia",
                "ser buena hermana",
                "mandarle una foto 2, llamarla 4",
                "eso es todo",
                "la primera",
                "el sábado a las once",
                "en casa, a solas",
                "diez minutos",
                "el cansancio",
                "lo hago desde la cama",
                "ocho",
                "con eso basta");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(
        s.happened.contains(
            new Happening.HomeworkAgreed(
                "mandarle una foto (en casa, a solas, diez minutos)", "el sábado a las once")),
        s.happened::toString);
  }
}
