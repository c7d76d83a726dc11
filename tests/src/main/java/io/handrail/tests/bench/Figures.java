package io.handrail.tests.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums up samples, and writes one JSON object a line. */
final class Figures {
  private final Map<String, Object> all = new LinkedHashMap<>();

  static Figures of(String bench) {
    return new Figures().put("bench", bench);
  }

  Figures put(String name, Object value) {
    all.put(name, value);
    return this;
  }

  Figures put(String name, long value) {
    all.put(name, value);
    return this;
  }

  Figures put(String name, double value) {
    all.put(name, Math.round(value * 1000) / 1000.0);
    return this;
  }

  void print() {
    System.out.println(
        all.entrySet().stream()
            .map(e -> "\"" + e.getKey() + "\":" + json(e.getValue()))
            .collect(Collectors.joining(",", "{", "}")));
  }

  private static String json(Object value) {
    if (value instanceof Double number) return String.format(Locale.ROOT, "%s", number);
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : "\"" + value + "\"";
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) return Double.NaN;
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The value that this share of the samples does not exceed, in milliseconds. */
  static double percentileMs(long[] nanos, double share) {
    if (nanos.length == 0) return Double.NaN;
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int at = (int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
    return sorted[Math.max(0, at)] / 1e6;
  }
}
