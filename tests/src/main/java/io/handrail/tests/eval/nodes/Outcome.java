package io.handrail.tests.eval.nodes;

import io.handrail.care.conversation.Flag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param figures by name, in order
 * @param kills how many programs were killed
 * @param flags how many flags people must be told of
 * @param takeovers how long nobody delivered, for each sender that was killed
 * @param wrong what must not be, in words; empty when all is well
 */
public record Outcome(
    Map<String, Object> figures,
    int kills,
    int flags,
    List<Duration> takeovers,
    List<String> wrong) {

  static Outcome of(
      long seed,
      double seconds,
      Duration quiet,
      Programs nodes,
      Letters letters,
      Held held,
      Alerts alerts) {
    Map<Flag, ?> flags = held.flags();
    List<Duration> delays = held.delays();
    List<Duration> takeovers = nodes.takeovers().stream().sorted().toList();
    var wrong = new ArrayList<>(held.wrong(nodes.kills()));
    if (alerts.status() != 0) wrong.add("./handrail alerts ended with " + alerts.status());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("eval", "\"nodes\"");
    all.put("seed", seed);
    all.put("seconds", rounded(seconds));
    all.put("quiet_after", quiet.toSeconds());
    all.put("programs", nodes.chats().size());
    all.put("kills", nodes.kills().size());
    all.put("kills_of_the_sender", nodes.killedSenders());
    all.put("takeover_s_p50", at(takeovers, 0.5));
    all.put("takeover_s_most", at(takeovers, 1));
    all.put("turns", held.turns().size());
    all.put("flags", flags.size());
    all.put("mails", count(letters, true));
    all.put("mails_repeated", letters.repeated(true));
    all.put("webhooks", count(letters, false));
    all.put("webhooks_repeated", letters.repeated(false));
    all.put("most_copies", letters.mostCopies());
    all.put("first_mail_s_p50", at(delays, 0.5));
    all.put("first_mail_s_most", at(delays, 1));
    all.put("alerts", "\"" + alerts.first() + "\"");
    all.put("wrong", wrong.size());
    return new Outcome(all, nodes.kills().size(), flags.size(), takeovers, wrong);
  }

  private static long count(Letters letters, boolean mail) {
    return letters.all().stream().filter(l -> l.to().equals("webhook") != mail).count();
  }

  private static Object at(List<Duration> sorted, double share) {
    if (sorted.isEmpty()) return "null";
    Duration one = sorted.get((int) Math.round(share * (sorted.size() - 1)));
    return rounded(one.toMillis() / 1000.0);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  public String json() {
    return figures.entrySet().stream()
        .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
