package io.handrail.chatbot.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.conversation.Violation;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.HashedTraits;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code ./handrail eval resemblance}: learns the weights of {@link Resemblance} from the labelled
 * replies and says what they are worth. Logistic regression, the same result from the same cases.
 * The thresholds are set where, in five-fold runs by intent, few enough good replies are refused
 * that the rules let pass, and few enough bad ones let off that the rules refuse.
 */
public final class ResemblanceTraining {
  private static final int FOLDS = 5;
  private static final int EPOCHS = 14;
  private static final double RATE = 0.5;
  private static final double DECAY = 2e-5;

  /** Of good replies: so many more may be refused. */
  private static final double GOOD_REFUSED = 0.01;

  /** Of bad replies that rules of manner alone refuse: so many may be let off. */
  private static final double BAD_LET_OFF = 0.01;

  /** Of bad replies that hold a statement: so many may show their first one before the whole. */
  private static final double BAD_SHOWN = 0.02;

  /** A violation with fewer cases gets no plane of its own. */
  private static final int CASES_MIN = 10;

  private static final int NAMING_MIN = 20;

  private ResemblanceTraining() {}

  /** A labelled reply, what the rules found, its traits and those of what it says first. */
  record Case(
      JsonNode node, List<Finding> findings, int[] traits, Optional<int[]> first, int fold) {
    boolean bad() {
      return node.get("verdict").textValue().equals("block");
    }

    String kind() {
      return node.get("kind").textValue();
    }

    boolean refused() {
      return !findings.isEmpty();
    }

    boolean byMannerAlone() {
      return refused() && findings.stream().allMatch(RuleGuard::ofManner);
    }
  }

  /** Words: --write FILE keeps the weights; --apart FILE is scored, never learned from. */
  public static void main(String[] words) throws IOException {
    Optional<Path> write = Optional.empty();
    List<Case> cases = new ArrayList<>();
    List<Case> apart = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--write" -> write = Optional.of(Path.of(words[++i]));
        case "--apart" -> apart.addAll(cases(Path.of(words[++i])));
        default -> cases.addAll(cases(Path.of(words[i])));
      }
    }
    double[] scores = crossed(cases, c -> c.traits());
    double refusesAt =
        least(cases, scores, c -> !c.bad() && !c.refused(), count(cases, c -> !c.bad()));
    double goodBelow = bound(cases, scores, c -> c.bad() && c.byMannerAlone(), BAD_LET_OFF);
    List<Case> telling = cases.stream().filter(c -> c.first().isPresent()).toList();
    double[] firsts = crossed(telling, c -> c.first().orElseThrow());
    double shownBelow = bound(telling, firsts, Case::bad, BAD_SHOWN);
    System.out.printf(
        Locale.ROOT,
        "refuses at %.2f, lets off below %.2f, shows below %.2f%n",
        refusesAt,
        goodBelow,
        shownBelow);
    report("five folds by intent", cases, scores, refusesAt, goodBelow);
    share("first statements shown at once, good", telling, firsts, c -> !c.bad(), shownBelow);
    share("first statements shown at once, bad", telling, firsts, Case::bad, shownBelow);
    if (!apart.isEmpty()) {
      Learned learned = learn(cases, c -> true, Case::bad);
      double[] far = apart.stream().mapToDouble(c -> learned.score(c.traits())).toArray();
      report("apart", apart, far, refusesAt, goodBelow);
    }
    if (write.isPresent()) {
      write(write.get(), cases, new double[] {refusesAt, goodBelow, shownBelow});
    }
  }

  private static List<Case> cases(Path file) throws IOException {
    var screen = new SafetyScreen();
    RuleGuard guard = RuleGuard.ofRulesOnly();
    var mapper = new ObjectMapper();
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) continue;
      JsonNode node = mapper.readTree(line);
      About about = GuardCommand.about(screen, node);
      String reply = node.get("reply").textValue();
      Optional<int[]> first =
          Arrays.stream(reply.split("(?<=[.!?])\\s+"))
              .findFirst()
              .filter(sentence -> !sentence.contains("?"))
              .map(sentence -> places(guard, sentence, about));
      String intent = node.path("intent").asText(node.get("id").textValue());
      cases.add(
          new Case(
              node,
              guard.byRules(reply, about),
              places(guard, reply, about),
              first,
              Math.floorMod(intent.hashCode() * 31, FOLDS)));
    }
    return cases;
  }

  private static int[] places(RuleGuard guard, String reply, About about) {
    return guard.manner(reply, about).places().stream().mapToInt(p -> p).toArray();
  }

  /** Each case scored by what was learned from whole replies of the other folds. */
  private static double[] crossed(
      List<Case> cases, java.util.function.Function<Case, int[]> traits) {
    double[] scores = new double[cases.size()];
    IntStream.range(0, FOLDS)
        .parallel()
        .forEach(fold -> {
          Learned learned = learn(cases, c -> c.fold() != fold, Case::bad);
          for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            if (c.fold() == fold) scores[i] = learned.score(traits.apply(c));
          }
        });
    return scores;
  }

  private record Learned(double[] weights, double bias) {
    double score(int[] traits) {
      double sum = 0;
      for (int t : traits) sum += weights[t];
      return bias + sum / Math.sqrt(Math.max(1, traits.length));
    }
  }

  private static Learned learn(List<Case> cases, Predicate<Case> from, Predicate<Case> yes) {
    List<Case> some = new ArrayList<>(cases.stream().filter(from).toList());
    double[] weights = new double[HashedTraits.PLACES];
    double[] squares = new double[HashedTraits.PLACES];
    Arrays.fill(squares, 1e-6);
    double bias = 0;
    Random random = new Random(42);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(some, random);
      for (Case c : some) {
        double scale = 1 / Math.sqrt(Math.max(1, c.traits().length));
        double z = bias;
        for (int t : c.traits()) z += weights[t] * scale;
        double slope = 1 / (1 + Math.exp(-z)) - (yes.test(c) ? 1 : 0);
        bias -= 0.02 * slope;
        for (int t : c.traits()) {
          double g = slope * scale + DECAY * weights[t];
          squares[t] += g * g;
          weights[t] -= RATE * g / Math.sqrt(squares[t]);
        }
      }
    }
    return new Learned(weights, bias);
  }

  private static long count(List<Case> cases, Predicate<Case> of) {
    return cases.stream().filter(of).count();
  }

  /** The score that at most the wanted share of {@code all} reaches. */
  private static double least(List<Case> cases, double[] scores, Predicate<Case> of, long all) {
    double[] some = sorted(cases, scores, of);
    return some[some.length - 1 - (int) (all * GOOD_REFUSED)] + 1e-6;
  }

  /** The score below which at most the wanted share lies. */
  private static double bound(List<Case> cases, double[] scores, Predicate<Case> of, double share) {
    double[] some = sorted(cases, scores, of);
    return some[(int) (some.length * share)];
  }

  private static double[] sorted(List<Case> cases, double[] scores, Predicate<Case> of) {
    return IntStream.range(0, cases.size())
        .filter(i -> of.test(cases.get(i)))
        .mapToDouble(i -> scores[i])
        .sorted()
        .toArray();
  }

  private static void share(
      String what, List<Case> cases, double[] scores, Predicate<Case> of, double below) {
    double[] some = sorted(cases, scores, of);
    long under = Arrays.stream(some).filter(s -> s < below).count();
    System.out.printf(Locale.ROOT, "%s: %d of %d%n", what, under, some.length);
  }

  private static void report(
      String what, List<Case> cases, double[] scores, double refusesAt, double goodBelow) {
    int[] n = new int[6];
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      boolean letOff = c.byMannerAlone() && scores[i] < goodBelow;
      boolean refused = c.refused() && !letOff || scores[i] >= refusesAt;
      int k = c.bad() ? 0 : 3;
      n[k]++;
      if (c.refused()) n[k + 1]++;
      if (refused) n[k + 2]++;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: bad refused %d of %d by rules, %d with resemblance; good %d of %d, %d%n",
        what,
        n[1],
        n[0],
        n[2],
        n[4],
        n[3],
        n[5]);
  }

  private static void write(Path file, List<Case> cases, double[] thresholds) throws IOException {
    List<String> kinds = new ArrayList<>(List.of("refused"));
    for (Violation violation : Violation.values()) {
      if (count(cases, c -> c.kind().equals(violation.label())) >= CASES_MIN) {
        kinds.add(violation.label());
      }
    }
    List<Learned> all =
        kinds.parallelStream()
            .map(kind ->
                learn(
                    cases,
                    c -> true,
                    c -> c.bad() && (kind.equals("refused") || c.kind().equals(kind))))
            .toList();
    try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(Resemblance.MAGIC);
      out.writeInt(kinds.size());
      for (int k = 0; k < kinds.size(); k++) {
        ToDoubleFunction<double[]> most = w -> Arrays.stream(w).map(Math::abs).max().orElse(1);
        double scale = Math.max(most.applyAsDouble(all.get(k).weights()), 1e-9) / 127;
        out.writeUTF(kinds.get(k));
        out.writeFloat((float) all.get(k).bias());
        out.writeFloat((float) scale);
        for (double w : all.get(k).weights()) {
          long rounded = Math.round(w / scale);
          // What only names a finding may be coarse, so that the file stays small.
          out.writeByte(k > 0 && Math.abs(rounded) < NAMING_MIN ? 0 : (int) rounded);
        }
      }
      for (double threshold : thresholds) out.writeFloat((float) threshold);
    }
  }
}
