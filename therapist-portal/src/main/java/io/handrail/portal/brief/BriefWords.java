package io.handrail.portal.brief;

import io.handrail.care.clinic.Client;
import io.handrail.care.review.brief.Brief;
import io.handrail.care.review.brief.Source;
import io.handrail.portal.Spoken;
import io.handrail.portal.brief.BriefPage.Part;
import io.handrail.portal.brief.BriefPage.Sentence;
import java.util.List;

/** Where each sentence of a brief leads, and the whole of it as text to copy. */
final class BriefWords {
  private BriefWords() {}

  static List<Part> parts(Client client, Brief brief) {
    return brief.parts().stream()
        .map(part ->
            new Part(
                part.id(),
                part.heading(),
                part.sentences().stream().map(sentence -> sentence(client, sentence)).toList()))
        .toList();
  }

  private static Sentence sentence(Client client, Brief.Sentence sentence) {
    String chart = "/clients/" + client.id().value();
    String quote = sentence.quote().orElse("");
    return switch (sentence.source()) {
      case Source.Entry entry ->
          new Sentence(
              sentence.text(),
              quote,
              chart + "/log?turn=" + entry.seq() + "#turn-" + entry.seq(),
              "entry " + entry.seq());
      case Source.Measure measure ->
          new Sentence(
              sentence.text(),
              quote,
              chart + "/measures#m-" + measure.instrument(),
              Spoken.measure(measure.instrument()));
      case Source.Piece piece ->
          new Sentence(
              sentence.text(), quote, chart + "/homework#hw-" + piece.homework(), "homework");
      case Source.AllPieces all ->
          new Sentence(sentence.text(), quote, chart + "/homework", "all homework");
      case Source.Worksheet worksheet ->
          new Sentence(
              sentence.text(), quote, chart + "/exercises/" + worksheet.run(), "worksheet");
      case Source.Limits limits ->
          new Sentence(
              sentence.text(), quote, chart + "/limits", "limits, version " + limits.version());
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
  static String text(String title, String state, List<Part> parts, String remark) {
    var text = new StringBuilder(title).append('\n').append(state).append('\n');
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
