package io.handrail.tests.eval;

import io.handrail.care.conversation.Turn;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One person on one exercise.
 *
 * @param voice {@code scripted}, or how far a model took part: {@code worded}, {@code guided}
 * @param sittings how often they do the exercise, one after the other
 */
record Session(Persona persona, String protocol, String voice, String client, int sittings) {
  static Session of(Persona persona, String protocol, String voice) {
    // An id has at most forty characters.
    String exercise = protocol.replaceAll("(?<=[a-z]{4})[a-z]+", "").replace('_', '-');
    String client = persona.name() + "-" + exercise + "-" + voice.charAt(0);
    return new Session(
        persona, protocol, voice, client, persona.name().equals("returning") ? 2 : 1);
  }

  /** A short read, in which the program is meant to do the talking. */
  boolean reading() {
    return protocol.startsWith("piece_");
  }

  long seed(long base) {
    return base * 31 + client.hashCode();
  }

  /**
   * @param meeting opens the place where a sitting is held, by its number from 0
   */
  void hold(IntFunction<Meeting> meeting, long base) {
    for (int sitting = 0; sitting < sittings; sitting++) {
      try (Meeting open = meeting.apply(sitting)) {
        new Talk(open).through(protocol, new Mind(persona, seed(base) + sitting));
      }
    }
  }

  /** With what was stored of it. */
  Heard heard(List<Turn> turns) {
    return new Heard(this, turns);
  }

  /** A session and its journal. */
  record Heard(Session session, List<Turn> turns) {}
}
