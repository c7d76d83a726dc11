package io.handrail.chatbot.http;

import io.handrail.chatbot.crisis.NumbersFile;
import io.handrail.chatbot.turn.CrisisNumbers;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom to call, by region, from the table that {@code chatbot.crisis} vouches for. The table has an
 * owner and the day it stands for; every region names its sources.
 */
@Singleton
class CrisisTable implements CrisisNumbers {
  private static final String ELSEWHERE = "EU";
  private final Map<String, Map<String, Region>> byLanguage = new HashMap<>();

  CrisisTable(Messages messages, NumbersFile file) {
    for (String language : messages.languages()) byLanguage.put(language, read(file, language));
  }

  /** One region, the emergency number first. */
  public record Region(String code, String name, List<Number> numbers, LocalDate asOf) {}

  /**
   * One way to reach help.
   *
   * @param kind {@code call}, {@code text} or {@code web}
   * @param href a {@code tel:}, {@code sms:} or {@code https:} address
   * @param label what is dialled, sent or opened, as shown
   * @param about hours, cost and languages, in a line
   */
  public record Number(
      String name, String kind, String href, String label, String about, boolean emergency) {}

  /** The numbers of a region; those for everywhere else where we know no better. */
  Region region(String code, String language) {
    Map<String, Region> regions = byLanguage.get(language);
    return Optional.ofNullable(regions.get(code)).orElseGet(() -> regions.get(ELSEWHERE));
  }

  @Override
  public String emergency(String region) {
    return region(region, "en").numbers().getFirst().label();
  }

  @Override
  public boolean texts(String region) {
    return region(region, "en").numbers().stream().anyMatch(n -> n.kind().equals("text"));
  }

  @Override
  public Set<String> all() {
    return byLanguage.values().stream()
        .flatMap(regions -> regions.values().stream())
        .flatMap(region -> region.numbers().stream())
        .filter(number -> !number.kind().equals("web"))
        .map(Number::label)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every region but this one, in the order of the file. */
  List<Region> others(Region than, String language) {
    return byLanguage.get(language).values().stream()
        .filter(region -> !region.code().equals(than.code()))
        .toList();
  }

  private static Map<String, Region> read(NumbersFile file, String language) {
    var regions = new LinkedHashMap<String, Region>();
    for (Map<String, Object> region : maps(file.content().get("regions"))) {
      var read = region(region, language, file.asOf());
      regions.put(read.code(), read);
    }
    return regions;
  }

  private static Region region(Map<String, Object> region, String language, LocalDate asOf) {
    List<Number> numbers = new ArrayList<>();
    for (Map<String, Object> number : maps(region.get("numbers"))) {
      numbers.add(number(number, language));
    }
    return new Region(text(region, "code"), worded(region, "name", language), numbers, asOf);
  }

  private static Number number(Map<String, Object> number, String language) {
    String name = worded(number, "name", language);
    String about = worded(number, "about", language);
    boolean emergency = Boolean.TRUE.equals(number.get("emergency"));
    if (number.get("tel") instanceof String tel) {
      String dial = "tel:" + tel.replaceAll("[^0-9+]", "");
      return new Number(name, "call", dial, tel, about, emergency);
    }
    if (number.get("sms") instanceof String sms) {
      String word = number.containsKey("send") ? worded(number, "send", language) : "";
      String to = "sms:" + sms.replaceAll("[^0-9+]", "");
      return word.isEmpty()
          ? new Number(name, "text", to, sms, about, emergency)
          : new Number(name, "text", to + "?body=" + word, word + " → " + sms, about, emergency);
    }
    String url = text(number, "url");
    return new Number(
        name, "web", url, url.replaceFirst("^https://(www\\.)?", ""), about, emergency);
  }

  private static String worded(Map<String, Object> map, String key, String language) {
    return switch (map.get(key)) {
      case String text -> text;
      case Map<?, ?> by ->
          String.valueOf(by.containsKey(language) ? by.get(language) : by.get("en"));
      case null, default -> throw new IllegalStateException("crisis/numbers.yaml lacks " + key);
    };
  }

  private static String text(Map<String, Object> map, String key) {
    if (map.get(key) instanceof String text) return text;
    throw new IllegalStateException("crisis/numbers.yaml lacks " + key);
  }

  @SuppressWarnings("unchecked") // YAML knows no types; every use below checks what it needs
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }
}
