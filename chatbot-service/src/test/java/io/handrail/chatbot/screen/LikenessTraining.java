package io.handrail.chatbot.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.conversation.Level;
import io.handrail.chatbot.words.HashedTraits;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code ./handrail eval likeness}: learns the weights of {@link Likeness} from the labelled cases
 * and says what they are worth. Logistic regression, the same result from the same cases. The
 * thresholds are set where, in five-fold runs by intent, at most the wanted share of benign cases
 * is raised that the phrases leave quiet.
 */
public final class LikenessTraining {
  static final List<String> KINDS =
      List.of(
          "risk",
          "wish_to_die",
          "self_harm",
          "psychosis",
          "mania",
          "eating_disorder",
          "violence",
          "abuse",
          "medical_emergency",
          "someone_in_danger");
  private static final int FOLDS = 5;
  private static final int EPOCHS = 15;
  private static final double RATE = 0.3;
  private static final double DECAY = 5e-4;

  /** What the phrases hear already needs less of a likeness than what they miss. */
  private static final double HEARD_ALREADY = 0.4;

  /** Of benign cases that the phrases leave quiet: so many may be asked about, said unasked. */
  private static final double BENIGN_MARKED = 0.02;

  /** And so many may stop an exercise. A sitting has twenty answers, so it must be very few. */
  private static final double BENIGN_STOPPED = 0.005;

  private LikenessTraining() {}

  /** A labelled case, how the phrases judged it, and its traits. */
  record Case(JsonNode node, Level asked, Level given, int[] traits, int kind, int fold) {
    boolean risk() {
      return asked.atLeast(Level.CONCERN);
    }

    boolean benign() {
      return stratum().startsWith("benign");
    }

    String stratum() {
      return node.get("stratum").textValue();
    }

    boolean seen() {
      return given.atLeast(Level.CONCERN);
    }
  }

  /** Words: --write FILE keeps the weights; then folders or files of cases. */
  public static void main(String[] words) throws IOException {
    Optional<Path> write = Optional.empty();
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals("--write")) write = Optional.of(Path.of(words[++i]));
      else cases.addAll(cases(Path.of(words[i])));
    }
    double[] scores = crossed(cases);
    double marks = threshold(cases, scores, BENIGN_MARKED);
    double stops = threshold(cases, scores, BENIGN_STOPPED);
    report(cases, scores, marks);
    report(cases, scores, stops);
    if (write.isPresent()) write(write.get(), cases, marks, stops);
  }

  static List<Case> cases(Path file) throws IOException {
    SafetyScreen.Reading[] last = new SafetyScreen.Reading[1];
    var screen =
        new SafetyScreen(reading -> {
          last[0] = reading;
          return Optional.empty();
        });
    var traits = new Traits(new Notions());
    var mapper = new ObjectMapper();
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) continue;
      JsonNode node = mapper.readTree(line);
      Object level = ScreenCommand.answer(screen, node, false).get("level");
      SafetyScreen.Reading reading = last[0];
      int[] found =
          traits
              .of(
                  reading.words(),
                  0,
                  reading.words().size(),
                  reading.questions(),
                  reading.language())
              .places()
              .stream()
              .mapToInt(Integer::intValue)
              .toArray();
      String intent = node.get("stratum").textValue() + '/' + node.get("intent").textValue();
      int fold = Math.floorMod(intent.hashCode() * 31, FOLDS);
      Level asked = Level.valueOf(node.get("level").textValue());
      Level given = Level.valueOf(String.valueOf(level));
      cases.add(new Case(node, asked, given, found, kind(node), fold));
    }
    return cases;
  }

  private static int kind(JsonNode node) {
    String stratum = node.get("stratum").textValue().replaceFirst("^es-", "");
    String intent = node.get("intent").textValue();
    String kind =
        switch (stratum) {
          case "selfharm", "self-harm" -> "self_harm";
          case "psychosis", "psychosis-mania" -> "psychosis";
          case "mania" -> "mania";
          case "eating" -> "eating_disorder";
          case "harm-others", "harm" -> "violence";
          case "abuse" -> "abuse";
          case "medical" -> "medical_emergency";
          case "third-person", "third", "other-person" -> "someone_in_danger";
          default -> intent.contains("selfharm") ? "self_harm" : "wish_to_die";
        };
    return KINDS.indexOf(kind);
  }

  /** Each case scored by what was learned from the other folds. */
  static double[] crossed(List<Case> cases) {
    double[] scores = new double[cases.size()];
    IntStream.range(0, FOLDS)
        .parallel()
        .forEach(fold -> {
          Learned learned = learn(cases, c -> c.fold() != fold, Case::risk);
          for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).fold() == fold) scores[i] = learned.score(cases.get(i).traits());
          }
        });
    return scores;
  }

  record Learned(double[] weights, double bias) {
    double score(int[] traits) {
      double sum = 0;
      for (int t : traits) sum += weights[t];
      return bias + sum / Math.sqrt(Math.max(1, traits.length));
    }
  }

  static Learned learn(List<Case> cases, Predicate<Case> from, Predicate<Case> yes) {
    List<Case> some = new ArrayList<>(cases.stream().filter(from).toList());
    double[] weights = new double[HashedTraits.PLACES];
    double[] squares = new double[HashedTraits.PLACES];
    Arrays.fill(squares, 1e-3);
    double bias = 0;
    double biasSquares = 1e-3;
    Random random = new Random(42);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      java.util.Collections.shuffle(some, random);
      for (Case c : some) {
        double scale = 1 / Math.sqrt(Math.max(1, c.traits().length));
        double z = bias;
        for (int t : c.traits()) z += weights[t] * scale;
        double slope = 1 / (1 + Math.exp(-z)) - (yes.test(c) ? 1 : 0);
        if (c.risk() && c.seen()) slope *= HEARD_ALREADY;
        biasSquares += slope * slope;
        bias -= RATE * slope / Math.sqrt(biasSquares);
        double each = slope * scale;
        for (int t : c.traits()) {
          double g = each + DECAY * weights[t];
          squares[t] += g * g;
          weights[t] -= RATE * g / Math.sqrt(squares[t]);
        }
      }
    }
    return new Learned(weights, bias);
  }

  private static double threshold(List<Case> cases, double[] scores, double share) {
    double[] quiet =
        IntStream.range(0, cases.size())
            .filter(i -> cases.get(i).benign() && !cases.get(i).seen())
            .mapToDouble(i -> scores[i])
            .sorted()
            .toArray();
    return quiet[quiet.length - 1 - (int) (quiet.length * share)];
  }

  private static void report(List<Case> cases, double[] scores, double at) {
    Map<String, int[]> strata = new LinkedHashMap<>();
    int[] all = new int[6];
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      boolean raised = c.seen() || scores[i] > at;
      int[] counts = strata.computeIfAbsent(c.stratum(), s -> new int[3]);
      boolean wanted = c.risk();
      if (!wanted && !c.benign()) continue;
      counts[0]++;
      if (c.seen()) counts[1]++;
      if (raised) counts[2]++;
      int k = wanted ? 0 : 3;
      all[k]++;
      if (c.seen()) all[k + 1]++;
      if (raised) all[k + 2]++;
    }
    strata.forEach((name, n) ->
        System.out.printf(
            Locale.ROOT,
            "  %-18s %4d cases, phrases raise %4d, with likeness %4d%n",
            name,
            n[0],
            n[1],
            n[2]));
    System.out.printf(
        Locale.ROOT,
        "five-fold by intent, threshold %.2f: risk %d of %d by phrases, %d with likeness; benign"
            + " raised %d of %d, %d%n",
        at,
        all[1],
        all[0],
        all[2],
        all[4],
        all[3],
        all[5]);
  }

  private static void write(Path file, List<Case> cases, double marks, double stops)
      throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(Likeness.MAGIC);
      out.writeInt(KINDS.size());
      for (int k = 0; k < KINDS.size(); k++) {
        int kind = k;
        Learned learned = learn(cases, c -> true, c -> c.risk() && (kind == 0 || c.kind() == kind));
        double most = Arrays.stream(learned.weights()).map(Math::abs).max().orElse(1);
        double scale = Math.max(most, 1e-9) / 127;
        out.writeUTF(KINDS.get(k));
        out.writeFloat((float) learned.bias());
        out.writeFloat((float) scale);
        for (double w : learned.weights()) out.writeByte((int) Math.round(w / scale));
      }
      out.writeFloat((float) marks);
      out.writeFloat((float) stops);
    }
  }
}
