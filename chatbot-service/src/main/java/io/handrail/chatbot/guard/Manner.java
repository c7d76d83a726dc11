package io.handrail.chatbot.guard;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.words.HashedTraits;
import io.handrail.chatbot.words.Word;
import io.handrail.chatbot.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a reply speaks, as numbers: what it says and what it asks, which words begin its sentences,
 * how much of it neither the client nor small talk brought in, and to what the client had said. The
 * client's own words count as theirs whatever they are. Bounded work.
 */
final class Manner {
  private static final int WORDS_MAX = 160;
  private static final int SMALL = 3;
  private static final int LONG = 5;
  private static final int FRESH_SAID_MAX = 14;
  private static final int FRESH_ASKED_MAX = 8;

  /** Words that bring nothing in. */
  private static final Set<String> EMPTY =
      Set.copyOf(
          Arrays.asList(
              """
              about again also although always another around because been before being both could \
              didnt does doing dont down each even ever every from going have having here herself \
              himself into itself just like made make many maybe might more most much must myself \
              never only other ours over perhaps quite rather really same shall should since some \
              something sometimes still such than that thats their theirs them then there these \
              they this those though through together until very want well were what when where \
              which while whose will with within without would your yours yourself \
              algo ahora antes aquel aqui aunque bien cada como contigo cosa cual cuando cuanto \
              cuya desde despues donde ella ellos entonces entre eres esas esos esta estaba estan \
              estar estas este esto estos estoy fuera fuiste gusta haber hace hacer hacia hasta \
              igual luego mientras mismo mucho nada nunca otra otras otro otros para pero podria \
              poco porque puede puedes puedo pues quien quieres sabes sera siempre sido siento \
              sino sobre solo somos tambien tanto tener tengo tiene tienes todo todos tuyo unas \
              unos usted vamos veces\
              """
                  .split("\\s+")));

  private Manner() {}

  /**
   * @param reply without what it quotes of the client
   * @param quotes whether it quotes
   */
  static HashedTraits of(Words reply, boolean quotes, Spoken spoken, About about) {
    var places = new HashedTraits();
    int end = Math.min(reply.size(), WORDS_MAX);
    List<String> context = context(spoken, about);
    int[] fresh = new int[2];
    int[] sentences = new int[2];
    boolean asks = false;
    int start = 0;
    for (int i = 0; i < end; i++) {
      if (i == 0 || reply.sentenceStart(i) == i) {
        start = i;
        asks = reply.inQuestion(i);
        sentences[asks ? 1 : 0]++;
      }
      String form = form(reply.get(i), spoken);
      if (fresh(reply.get(i), form)) fresh[asks ? 1 : 0]++;
      word(places, asks ? "Q" : "S", form, i);
      before(places, asks ? "Q" : "S", reply, spoken, start, i);
      for (String what : context) places.add(what, (asks ? "Q " : "S ") + form, i);
    }
    for (int n = 1; n <= Math.min(fresh[0], FRESH_SAID_MAX); n++)
      places.add("fs", "" + n, HashedTraits.NO_WORD);
    for (int n = 1; n <= Math.min(fresh[1], FRESH_ASKED_MAX); n++)
      places.add("fq", "" + n, HashedTraits.NO_WORD);
    places.add("ns", "" + Math.min(sentences[0], 5), HashedTraits.NO_WORD);
    places.add("nq", "" + Math.min(sentences[1], 2), HashedTraits.NO_WORD);
    for (String what : context) places.add("t", what, HashedTraits.NO_WORD);
    places.add("l", about.language(), HashedTraits.NO_WORD);
    if (quotes) places.add("g", "quotes", HashedTraits.NO_WORD);
    if (asks) places.add("g", "ends by asking", HashedTraits.NO_WORD);
    return places;
  }

  /** What the client spoke of and how serious the screen took it. */
  private static List<String> context(Spoken spoken, About about) {
    Set<String> all = new TreeSet<>(spoken.now());
    if (about.level().atLeast(Level.CONCERN)) all.add("serious");
    return List.copyOf(all);
  }

  private static void word(HashedTraits places, String kind, String form, int at) {
    places.add(kind, form, at);
    places.add("w", form, at);
    if (form.length() > LONG) places.add(kind + "_", form.substring(0, LONG), at);
  }

  private static void before(
      HashedTraits places, String kind, Words reply, Spoken spoken, int start, int at) {
    String form = form(reply.get(at), spoken);
    if (at == start) {
      places.add(kind + "1", form, at);
      return;
    }
    String last = form(reply.get(at - 1), spoken);
    places.add(kind + "b", last + ' ' + form, at);
    if (at == start + 1) {
      places.add(kind + "2", last + ' ' + form, at);
      return;
    }
    String other = form(reply.get(at - 2), spoken);
    places.add(kind + "s", other + ' ' + form, at);
    if (at == start + 2) places.add(kind + "3", other + ' ' + last + ' ' + form, at);
  }

  private static String form(Word word, Spoken spoken) {
    if (word.isNumber()) return "#";
    String form = word.form();
    boolean empty = form.length() <= SMALL || EMPTY.contains(form);
    return !empty && spoken.has(form) ? "THEIRS" : form;
  }

  private static boolean fresh(Word word, String form) {
    return form.length() > SMALL
        && !form.equals("THEIRS")
        && !word.isNumber()
        && !EMPTY.contains(form);
  }
}
