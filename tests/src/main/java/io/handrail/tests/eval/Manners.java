package io.handrail.tests.eval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How made-up people write. */
final class Manners {
  private Manners() {}

  private static Optional<Act> says(Mind mind, List<String> english, List<String> spanish) {
    return Optional.of(new Act.Say(Manner.pick(mind, english, spanish)));
  }

  private static boolean wordy(Asked page) {
    return page.shape().equals("text");
  }

  /** As few words as will do. */
  record Terse() implements Manner {
    @Override
    public String name() {
      return "terse";
    }

    @Override
    public String say(String shortly, String atLength, Asked page, Mind mind) {
      return shortly;
    }

    @Override
    public String done(Mind mind) {
      return Manner.pick(mind, List.of("no", "nope", "that's it"), List.of("no", "nada", "ya"));
    }
  }

  /** Everything, and something on the side. */
  record Rambling() implements Manner {
    private static final Set<String> LISTS =
        Set.of(
            "moods",
            "moods_now",
            "thoughts",
            "evidence_for",
            "evidence_against",
            "balanced",
            "day",
            "ladder",
            "ideas",
            "steps",
            "signs",
            "coping",
            "distraction",
            "helpers",
            "professionals",
            "surroundings",
            "points",
            "slot_time",
            "plan_when",
            "step_when");

    @Override
    public String name() {
      return "rambling";
    }

    @Override
    public Optional<Act> first(Asked page, Mind mind) {
      boolean story = page.step().equals("situation") && mind.once("story");
      return story
          ? Optional.of(new Act.Say(mind.life().topics().get("story").getFirst().shortly()))
          : Optional.empty();
    }

    @Override
    public String say(String shortly, String atLength, Asked page, Mind mind) {
      boolean rated = atLength.matches(".*\\d.*");
      if (rated || mind.chance(40)) return atLength;
      String off = mind.once("off") ? mind.life().topics().get("off").getFirst().shortly() : "";
      String ahead =
          Manner.pick(
              mind,
              List.of("Well, let me think. ", "Where do I start. ", "Hm, so. ", "To be honest, "),
              List.of("A ver, cómo lo digo. ", "Pues mira. ", "No sé por dónde empezar. "));
      return (off.isEmpty() ? "" : off + " ") + ahead + atLength + tail(page, mind);
    }

    /** Where one thing was asked for, they come back to it once more. */
    private static String tail(Asked page, Mind mind) {
      if (page.offers("enough") || LISTS.contains(page.step()) || mind.chance(30)) return "";
      return Manner.pick(
          mind,
          List.of(
              ", and then of course I couldn't stop thinking about it the whole way home and half of"
                  + " the evening",
              ", I don't know if that makes sense to anybody else, it's just how it is with me at the"
                  + " moment",
              ", at least that's how I see it today, ask me again tomorrow and I might tell you"
                  + " something quite different",
              ", my sister always says that I think too much about these things and she may well be"
                  + " right there"),
          List.of(
              ", y claro, luego no pude dejar de darle vueltas en todo el camino y media noche",
              ", no sé si se entiende, pero es que así es como lo vivo yo últimamente",
              ", por lo menos así lo veo hoy, que mañana a lo mejor le digo otra cosa",
              ", mi hermano siempre dice que pienso demasiado en todo y a lo mejor lleva razón"));
    }

    @Override
    public String number(int number, Asked page, Mind mind) {
      return Manner.pick(
          mind,
          List.of(
              "hm, I'd say about " + number + ", maybe a bit more",
              "let me think, something around " + number,
              "on that day it was " + number + " I think"),
          List.of(
              "uy, yo diría que " + number + ", más o menos",
              "déjame pensar, alrededor de " + number,
              "ese día era un " + number + " creo yo"));
    }

    @Override
    public String option(Asked.Option option, int place, Asked page, Mind mind) {
      return Manner.pick(
          mind,
          List.of(
              "I think it's this one: " + option.label(),
              "probably " + option.label().toLowerCase(Locale.ROOT) + ", yes"),
          List.of(
              "yo creo que esta: " + option.label(),
              "supongo que " + option.label().toLowerCase(Locale.ROOT)));
    }
  }

  /** Learned the language late. */
  record Foreign() implements Manner {
    @Override
    public String name() {
      return "foreign";
    }

    @Override
    public Optional<Act> first(Asked page, Mind mind) {
      return mind.chance(12) && mind.once("word " + page.step())
          ? says(
              mind,
              List.of("sorry what means this question", "I not understand", "how you mean?"),
              List.of("no entiendo"))
          : Optional.empty();
    }

    @Override
    public String say(String shortly, String atLength, Asked page, Mind mind) {
      return mind.chance(85) ? atLength : shortly;
    }

    @Override
    public String number(int number, Asked page, Mind mind) {
      return Manner.pick(
          mind,
          List.of(
              number + " more or less", "is " + number, "maybe " + number + " of " + page.max()),
          List.of("" + number));
    }

    @Override
    public String done(Mind mind) {
      return Manner.pick(
          mind, List.of("no more", "that is all", "no, I have not more"), List.of("no"));
    }
  }

  /** Wants to get it right. */
  record Perfectionist() implements Manner {
    @Override
    public String name() {
      return "perfectionist";
    }

    @Override
    public Optional<Act> first(Asked page, Mind mind) {
      if (page.offers("keep")) {
        return Optional.of(new Act.Tap("pick:keep", "keep"));
      }
      if (page.step().equals("moods") && mind.once("put right")) {
        return says(
            mind,
            List.of(
                "That's not quite what I said. I meant it was my boss and her deputy, both in the"
                    + " office"),
            List.of("Eso no es lo que dije. Quise decir que estaban mi jefe y el subdirector"));
      }
      return mind.chance(8) && mind.once("unsure " + page.step())
          ? says(
              mind,
              List.of(
                  "can I go back", "am I doing this right?", "is there a better way to put it?"),
              List.of("¿puedo volver atrás?", "¿lo estoy haciendo bien?"))
          : Optional.empty();
    }

    @Override
    public String say(String shortly, String atLength, Asked page, Mind mind) {
      return atLength;
    }

    @Override
    public String done(Mind mind) {
      return Manner.pick(
          mind,
          List.of("I believe that covers it", "no, I think it is complete now"),
          List.of("creo que con eso está completo", "no, ya está todo"));
    }
  }

  /** Has three minutes. */
  record Hurried() implements Manner {
    @Override
    public String name() {
      return "hurried";
    }

    @Override
    public Optional<Act> first(Asked page, Mind mind) {
      if (mind.turns > 14 && mind.chance(10)) {
        return says(mind, List.of("gotta go", "have to stop here"), List.of("tengo que irme"));
      }
      return wordy(page) && mind.chance(15) && mind.once("skip " + page.step())
          ? says(mind, List.of("skip", "next", "pass"), List.of("siguiente"))
          : Optional.empty();
    }

    @Override
    public String say(String shortly, String atLength, Asked page, Mind mind) {
      return shortly.toLowerCase(Locale.ROOT).replace("'", "");
    }

    @Override
    public String done(Mind mind) {
      return Manner.pick(mind, List.of("no", "thats it", "done"), List.of("no"));
    }
  }
}
