package io.handrail.portal.brief;

import io.handrail.care.clinic.Client;
import io.handrail.care.review.brief.Brief;
import io.handrail.care.review.brief.Source;
import io.handrail.care.review.brief.WordingCheck;
import io.handrail.portal.Spoken;
import io.handrail.portal.brief.BriefPage.Part;
import io.handrail.portal.brief.BriefPage.Sentence;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where each sentence of a brief leads, and the whole of it as text to copy. */
final class BriefWords {
  private BriefWords() {}

  /**
   * @param kept places of sentences that a model's words did not hold for, and why
   */
  static List<Part> parts(Client client, Brief brief, Map<Integer, WordingCheck.Why> kept) {
    var parts = new ArrayList<Part>();
    int place = 0;
    for (Brief.Part part : brief.parts()) {
      var sentences = new ArrayList<Sentence>();
      for (Brief.Sentence sentence : part.sentences()) {
        boolean stays = Brief.onRisk(part, sentence);
        sentences.add(sentence(client, sentence, place, stays, kept.get(place)));
        place++;
      }
      parts.add(new Part(part.id(), part.heading(), sentences));
    }
    return parts;
  }

  private static Sentence sentence(
      Client client,
      Brief.Sentence sentence,
      int place,
      boolean stays,
      @Nullable WordingCheck.Why kept) {
    return new Sentence(
        sentence.shown(),
        sentence.quote().orElse(""),
        "/clients/" + client.id().value() + "/" + where(sentence.source()),
        named(sentence.source()),
        place,
        stays,
        sentence.wording().isPresent() ? sentence.text() : "",
        kept == null ? "" : kept.words());
  }

  private static String where(Source source) {
    return switch (source) {
      case Source.Entry entry -> "log?turn=" + entry.seq() + "#turn-" + entry.seq();
      case Source.Measure measure -> "measures#m-" + measure.instrument();
      case Source.Item item -> "measures#m-" + item.instrument();
      case Source.Piece piece -> "homework#hw-" + piece.homework();
      case Source.AllPieces all -> "homework";
      case Source.Worksheet worksheet -> "exercises/" + worksheet.run();
      case Source.Limits limits -> "limits";
    };
  }

  private static String named(Source source) {
    return switch (source) {
      case Source.Entry entry -> "entry " + entry.seq();
      case Source.Measure measure -> Spoken.measure(measure.instrument());
      case Source.Item item ->
          Spoken.measure(item.instrument()) + ", question " + item.item().replace("q", "");
      case Source.Piece piece -> "homework";
      case Source.AllPieces all -> "all homework";
      case Source.Worksheet worksheet -> "worksheet";
      case Source.Limits limits -> "limits, version " + limits.version();
    };
  }

  /** {@code less than a minute}, {@code about 90 seconds}, {@code about 2 minutes}. */
  static String reading(Brief brief) {
    int seconds = brief.seconds();
    if (seconds <= 45) return "less than a minute";
    return seconds < 105 ? "about " + (seconds + 14) / 15 * 15 + " seconds" : "about 2 minutes";
  }

  /**
   * To copy into another record: each source by its name, since its address means nothing there.
   */
  static String text(String title, String state, List<Part> parts, String remark, String model) {
    var text = new StringBuilder(title).append('\n').append(state).append('\n');
    if (!model.isEmpty()) text.append(model).append('\n');
    for (Part part : parts) {
      text.append('\n').append(part.heading()).append('\n');
      for (Sentence sentence : part.sentences()) {
        text.append("- ").append(sentence.text());
        if (!sentence.quote().isEmpty()) text.append(" “").append(sentence.quote()).append('”');
        text.append(" [").append(sentence.source()).append("]\n");
      }
    }
    if (!remark.isBlank()) text.append("\nAdded by the clinician\n").append(remark).append('\n');
    return text.toString();
  }
}
