package io.handrail.tests.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a question is about, as a person would understand it: by its step, else by its words. */
final class Topics {
  private static final Map<String, String> BY_STEP =
      Map.ofEntries(
          Map.entry("setting", "when"),
          Map.entry("mood", "mood_now"),
          Map.entry("mood_before", "mood_now"),
          Map.entry("mood_after", "satisfaction"),
          Map.entry("step_when", "when_plan"),
          Map.entry("try_when", "when_plan"),
          Map.entry("distraction", "distract"),
          Map.entry("happened", "result"),
          Map.entry("response", "feeling"),
          Map.entry("first_step", "step"),
          Map.entry("homework_own", "step"),
          Map.entry("homework_when", "when_plan"),
          Map.entry("plan_when", "when_plan"),
          Map.entry("plan_where", "where"),
          Map.entry("plan_long", "how_long"),
          Map.entry("plan_barrier", "obstacle"),
          Map.entry("plan_smaller", "smaller"),
          Map.entry("plan_confidence", "confidence"),
          Map.entry("half", "smaller"),
          Map.entry("into_bed", "bedtime"),
          Map.entry("tried", "lights_out"),
          Map.entry("woke", "last_waking"),
          Map.entry("out_of_bed", "got_up"),
          Map.entry("fell_asleep", "minutes"),
          Map.entry("awake", "minutes"));
  private static final Map<Pattern, String> BY_WORDS = byWords();

  private Topics() {}

  static String of(Asked asked, Life life) {
    String step = asked.step();
    String known = BY_STEP.getOrDefault(step, step);
    if (life.topics().containsKey(known) || known.equals("moods_now")) return known;
    String question = asked.question().toLowerCase(java.util.Locale.ROOT);
    return BY_WORDS.entrySet().stream()
        .filter(e -> e.getKey().matcher(question).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("generic");
  }

  private static Map<Pattern, String> byWords() {
    var words = new LinkedHashMap<Pattern, String>();
    add(words, "plan_b", "plan b|instead|if it does not work|en su lugar|si no sale");
    add(words, "obstacle", "in the way|barrier|stop you|difficult|estorb|imped|obst|en medio");
    add(words, "smaller", "smaller|half|easier|mitad|más fácil|más pequeñ");
    add(words, "when_plan", "\\bwhen\\b|what day|which day|what time|cuándo|qué día|qué hora");
    add(words, "how_long", "how long|how many minutes|cuánto tiempo|cuántos minutos");
    add(words, "people", "\\bwho\\b|whom|people|person|quién|personas");
    add(words, "distract", "mind off|distract|calm|by yourself|on your own|distra|por tu cuenta");
    add(words, "signs", "sign|first notice|crisis|señal");
    add(words, "where", "\\bwhere\\b|place|dónde|lugar");
    add(words, "worry", "worr|preocup");
    add(words, "options", "options|ways|ideas|could be done|opciones|maneras|soluci");
    add(words, "problem", "problem|solve|problema|resolver");
    add(words, "feared", "afraid|fear|worst|expect|predict|temes|temor|peor|esperas que");
    add(words, "learned", "learn|notice|find out|turn out|differ|aprend|notaste|resultó");
    add(words, "step", "step|do first|try|paso|hacer primero|probar");
    add(words, "matters", "matter|important|value|importa|valor");
    add(words, "hope", "hope|useful|take away|llevarte|sirvier");
    add(words, "feeling", "feel|mood|sient|sentiste|emoci|ánimo");
    add(words, "thoughts", "think|thought|mind|pens|mente|cabeza");
    add(words, "situation", "happen|what is|qué pas|ocurr");
    return words;
  }

  private static void add(Map<Pattern, String> words, String topic, String pattern) {
    words.put(Pattern.compile(pattern), topic);
  }
}
