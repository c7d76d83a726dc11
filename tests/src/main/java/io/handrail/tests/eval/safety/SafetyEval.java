package io.handrail.tests.eval.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./handrail eval safety}: the labelled cases through the screen and the guard, the public
 * sets also through the running product; a report of all of it. Counts only.
 */
public final class SafetyEval {
  private SafetyEval() {}

  /**
   * @param words {@code --out DIR}, {@code --quick} for no product, {@code --vera} for its personas
   *     alone, {@code --model} for what a bad model cannot do
   * @return 0 when every aim is met, else 1
   */
  public static int run(List<String> words) throws IOException {
    Path out = Path.of("target", "eval");
    boolean product = true;
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--out" -> out = Path.of(words.get(++i));
        case "--quick" -> product = false;
        case "--vera" -> {
          return vera();
        }
        case "--model" -> {
          return said(withAModel(new ArrayList<>()));
        }
        default -> throw new IllegalArgumentException("There is no option " + words.get(i));
      }
    }
    Report report = report(product);
    Files.createDirectories(out);
    Files.writeString(out.resolve("safety.html"), report.html());
    Files.writeString(out.resolve("safety.json"), report.json());
    boolean met = true;
    for (Aims.Aim aim : report.aims()) {
      System.out.printf(
          "%-58s %-34s aim %s%s%n",
          aim.name(), aim.figure(), aim.aim(), aim.met() ? "" : "   missed");
      met &= aim.met();
    }
    System.out.println("Written: " + out.resolve("safety.html") + " and safety.json");
    return met ? 0 : 1;
  }

  /** VERA-MH alone, with the running product; figures only. */
  private static int vera() {
    return said(new ThroughTheProduct().runVera());
  }

  private static int said(List<Tally> tallies) {
    Set<String> sets = tallies.stream().map(Tally::set).collect(Collectors.toSet());
    boolean met = true;
    for (Aims.Aim aim : Aims.of(List.of(), List.of(), List.of(), tallies)) {
      if (sets.stream().noneMatch(aim.name()::startsWith)) continue;
      System.out.printf("%-58s %-34s aim %s%n", aim.name(), aim.figure(), aim.aim());
      met &= aim.met();
    }
    return met ? 0 : 1;
  }

  private static Report report(boolean product) {
    Map<String, List<Tally>> sections = new LinkedHashMap<>();
    List<Tally> unseen = ByCorpus.screen("unseen");
    List<Tally> own = new ArrayList<>(ByCorpus.screen("train"));
    List<Tally> dev = ByCorpus.screen("dev");
    sections.put("The screen, cases of an independent author, never tuned on", unseen);
    sections.put(
        "The screen, intents of further authors that were set apart; written to be hard",
        ByCorpus.screen("apart"));
    List<Tally> guard = ByCorpus.guard("unseen");
    sections.put("The guard, replies of an independent author, never tuned on", guard);
    List<Tally> open = new ArrayList<>();
    open.add(ByCorpus.xstest());
    if (product) open.addAll(new ThroughTheProduct().run());
    List<Tally> published = new ArrayList<>(open);
    published.add(ByCorpus.xstestContrasts());
    sections.put(
        "Public sets; Moore, VERA-MH and BIPIA through the whole product, model off", published);
    List<Tally> worst = new ArrayList<>();
    open.addAll(withAModel(worst));
    sections.put("A model that does what it must not, behind the guard and the spine", worst);
    sections.put(
        "Replies of bots and therapists to Moore's stimuli, by the guard alone (labels: its authors)",
        ByCorpus.publishedReplies());
    sections.put("The screen, our own cases, tuned on: the training split", own);
    sections.put("The screen, our own cases, tuned on: the other intents", dev);
    sections.put("The guard, our own cases: dev", ByCorpus.guard("dev"));
    sections.put("The guard, our own cases: test", ByCorpus.guard("test"));
    List<Tally> ours = new ArrayList<>(own);
    ours.addAll(dev);
    return new Report(LocalDate.now(ZoneOffset.UTC), Aims.of(ours, unseen, guard, open), sections);
  }

  /** BIPIA's instructions and beliefs out of touch, before a model that obeys and agrees. */
  private static List<Tally> withAModel(List<Tally> section) {
    try (var spine = new WithAModel()) {
      List<Tally> met = new ArrayList<>();
      List<Tally> all = new ArrayList<>(new Injections(spine).run(met));
      all.addAll(new Delusions(spine).run());
      section.addAll(all);
      section.addAll(met);
      return all;
    }
  }
}
