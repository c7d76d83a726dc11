package io.handrail.tests.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person in one conversation: what they have said so far, and what they say next. */
final class Mind {
  private static final Pattern MOOD = Pattern.compile("(\\p{L}+)\\D+(\\d{1,3})");
  private final Persona persona;
  private final Life life;
  final Random random;
  private final Map<String, Integer> told = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Set<String> chose = new HashSet<>();
  int turns;

  Mind(Persona persona, long seed) {
    this.persona = persona;
    this.life = Life.named(persona.life());
    this.random = new Random(seed);
  }

  Life life() {
    return life;
  }

  boolean spanish() {
    return life.spanish();
  }

  /** How often this has come up before now. */
  int count(String what) {
    return asked.merge(what, 1, Integer::sum) - 1;
  }

  boolean once(String what) {
    return count(what) == 0;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  Act act(Asked page) {
    turns++;
    if (page.mode().equals("asked")) return new Act.Say(safe());
    Optional<Act> first = persona.manner().first(page, this);
    if (first.isPresent()) return first.get();
    return switch (page.shape()) {
      case "number" -> new Act.Say(persona.manner().number(number(page), page, this));
      case "one_of", "some_of" -> choice(page);
      default -> new Act.Say(words(page));
    };
  }

  private String safe() {
    return spanish()
        ? "No, estoy a salvo, es solo un mal día"
        : "No, I'm safe, it's just a bad day";
  }

  private String words(Asked page) {
    String topic = Topics.of(page, life);
    if (topic.equals("moods_now")) return persona.manner().say(moodsNow(), moodsNow(), page, this);
    List<Life.Said> all = life.on(topic, persona.manner().name()).orElseThrow();
    int at = told.merge(topic, 1, Integer::sum) - 1;
    boolean more = page.offers("enough");
    if (at >= all.size()) {
      if (more) return persona.manner().done(this);
      at = all.size() - 1;
    }
    Life.Said said = all.get(at);
    return persona.manner().say(said.shortly(), said.atLength(), page, this);
  }

  /** The moods of the beginning, somewhat lower, for those who feel so. */
  private String moodsNow() {
    var parts = new ArrayList<String>();
    moods().forEach((mood, strength) -> parts.add(mood + " " + after(strength)));
    return String.join(", ", parts);
  }

  private int after(int strength) {
    int drop = persona.manner().name().equals("hopeless") ? 0 : 10 + 5 * random.nextInt(5);
    return Math.max(0, strength - drop);
  }

  private Map<String, Integer> moods() {
    var moods = new java.util.LinkedHashMap<String, Integer>();
    String text = life.topics().get("moods").getFirst().shortly();
    Matcher m = MOOD.matcher(text);
    while (m.find()) moods.put(m.group(1), Integer.parseInt(m.group(2)));
    return moods;
  }

  private int number(Asked page) {
    String question = page.question().toLowerCase(java.util.Locale.ROOT);
    for (Map.Entry<String, Integer> mood : moods().entrySet()) {
      if (question.contains(mood.getKey())) {
        int strength = page.step().endsWith("now") ? after(mood.getValue()) : mood.getValue();
        return scaled(strength, page.max());
      }
    }
    String topic = page.step().equals("balanced") ? "belief" : Topics.of(page, life);
    Optional<Integer> known =
        life.on(topic, persona.manner().name())
            .map(all -> all.getFirst().shortly())
            .filter(text -> text.matches("\\d+"))
            .map(Integer::valueOf);
    return known
        .map(n -> Math.clamp(n, page.min(), page.max()))
        .orElseGet(() -> page.min() + random.nextInt(Math.max(1, page.max() - page.min() + 1)));
  }

  private static int scaled(int strength, int max) {
    return max >= 100 ? strength : Math.round(strength * max / 100f);
  }

  /** Not what was chosen before, and of one's own entries not the remark on the side. */
  private List<Asked.Option> sensible(List<Asked.Option> all, Asked page) {
    String own =
        life.topics().values().stream()
            .flatMap(List::stream)
            .map(Life.Said::both)
            .toList()
            .toString()
            .toLowerCase(java.util.Locale.ROOT);
    String off = life.topics().get("off").getFirst().both().toLowerCase(java.util.Locale.ROOT);
    List<Asked.Option> left =
        all.stream()
            .filter(o -> !chose.contains("plan_what" + o.label()))
            .filter(o -> !o.id().startsWith("row") || !off.contains(low(o.label())))
            .toList();
    List<Asked.Option> mine = left.stream().filter(o -> own.contains(low(o.label()))).toList();
    return !mine.isEmpty() ? mine : !left.isEmpty() ? left : all;
  }

  private static String low(String label) {
    return label.toLowerCase(java.util.Locale.ROOT);
  }

  private Act choice(Asked page) {
    List<Asked.Option> real =
        page.options().stream().filter(o -> !o.id().matches("enough|keep")).toList();
    if (real.isEmpty()) return new Act.Say(words(page));
    Asked.Option chosen = persona.manner().choose(sensible(real, page), page, this);
    chose.add(page.step() + chosen.label());
    if (persona.taps()) return new Act.Tap("pick:" + chosen.id(), chosen.label());
    int place = real.indexOf(chosen);
    return new Act.Say(persona.manner().option(chosen, place, page, this));
  }
}
