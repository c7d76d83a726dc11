package io.handrail.tests.eval;

import java.util.List;

/**
 * A made-up person.
 *
 * @param name as the report names them
 * @param life the file of what happened to them
 * @param cooperative whether they mean to come to the end
 * @param taps whether they tap choices; the others write them
 */
record Persona(String name, String life, Manner manner, boolean cooperative, boolean taps) {
  static final List<Persona> ALL =
      List.of(
          new Persona("terse", "work.en", new Manners.Terse(), true, true),
          new Persona("rambling", "friend.en", new Manners.Rambling(), true, false),
          new Persona("agreeable", "work.en", new Tempers.Agreeable(), true, true),
          new Persona("hostile", "work.en", new Tempers.Hostile(), false, false),
          new Persona("hopeless", "exam.en", new Tempers.Hopeless(), false, true),
          new Persona("confused", "friend.en", new Tempers.Confused(), true, false),
          new Persona("non-native", "move.en", new Manners.Foreign(), true, false),
          new Persona("joking", "exam.en", new Tempers.Joking(), true, false),
          new Persona("perfectionist", "work.en", new Manners.Perfectionist(), true, true),
          new Persona("in-a-hurry", "friend.en", new Manners.Hurried(), false, true),
          new Persona("testing-the-bot", "exam.en", new Tempers.Testing(), false, false),
          new Persona("returning", "friend.en", new Tempers.Returning(), true, true),
          new Persona("seca", "trabajo.es", new Manners.Terse(), true, true),
          new Persona("habladora", "familia.es", new Manners.Rambling(), true, false),
          new Persona("confundida", "familia.es", new Tempers.Confused(), true, false),
          new Persona("perfeccionista", "trabajo.es", new Manners.Perfectionist(), true, true));

  String language() {
    return life.substring(life.lastIndexOf('.') + 1);
  }
}
