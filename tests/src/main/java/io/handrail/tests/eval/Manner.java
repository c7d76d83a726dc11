package io.handrail.tests.eval;

import java.util.List;
import java.util.Optional;

/** How a person talks. They see the page and know their life; they know nothing of the program. */
interface Manner {
  String name();

  /** Something they do before they answer, if they do. */
  default Optional<Act> first(Asked page, Mind mind) {
    return Optional.empty();
  }

  /** What they have to say, in their way. */
  String say(String shortly, String atLength, Asked page, Mind mind);

  default String number(int number, Asked page, Mind mind) {
    return Integer.toString(number);
  }

  /** That there is no more to say. */
  default String done(Mind mind) {
    return pick(
        mind,
        List.of("no, that's it", "nothing else", "that's all I can think of"),
        List.of("no, eso es todo", "nada más", "no se me ocurre otra cosa"));
  }

  default Asked.Option choose(List<Asked.Option> options, Asked page, Mind mind) {
    if (page.step().equals("plan_more") && mind.chance(70)) {
      return options.stream()
          .filter(o -> o.id().equals("no"))
          .findFirst()
          .orElse(options.getLast());
    }
    for (String wanted : List.of("outlook", "done", "homework")) {
      if (page.step().equals(wanted)) {
        String id = mind.life().on(wanted, name()).map(s -> s.getFirst().shortly()).orElse("yes");
        for (Asked.Option option : options) if (option.id().equals(id)) return option;
      }
    }
    return options.get(mind.random.nextInt(options.size()));
  }

  /** An option, written instead of tapped. */
  default String option(Asked.Option option, int place, Asked page, Mind mind) {
    return option.label().toLowerCase(java.util.Locale.ROOT);
  }

  static String pick(Mind mind, List<String> english, List<String> spanish) {
    List<String> all = mind.spanish() ? spanish : english;
    return all.get(mind.random.nextInt(all.size()));
  }
}
