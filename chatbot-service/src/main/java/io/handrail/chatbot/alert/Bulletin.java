package io.handrail.chatbot.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.AlertLease;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Trouble;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is open, as it stands in the data folder for an operator without a browser. It holds no name
 * and no words.
 *
 * @param writtenAt ISO 8601
 * @param node which program sees to delivery
 * @param ways the channels it has set up; the portal apart
 */
record Bulletin(String writtenAt, String node, List<String> ways, List<Line> open) {
  static final String FILE = "alerts.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One open flag.
   *
   * @param hop who was told last, {@code clinician} to {@code everyone}; empty before the first
   * @param last the last try; empty before the first
   * @param next when the next people are told; empty where only the portal tells
   * @param troubles why it is not reaching people; empty when it is
   */
  record Line(
      String flag,
      String clinic,
      String asks,
      String raisedAt,
      String hop,
      String last,
      String next,
      List<String> troubles) {}

  static Bulletin read(Shelves shelves, Instant now) {
    AlertLease lease = shelves.alertLeases().get(AlertLease.KEY).orElse(AlertLease.NOBODY);
    var desk = new RiskDesk(shelves);
    var lines = new ArrayList<Line>();
    for (ClinicId clinic :
        shelves.alertRolls().get(AlertRoll.KEY).orElse(AlertRoll.EMPTY).clinics()) {
      List<RiskQueue.Entry> open = desk.open(clinic);
      Map<OfClient<String>, Delivery> known = desk.deliveries(open);
      for (RiskQueue.Entry entry : open) {
        Delivery delivery = known.get(entry.key());
        lines.add(line(delivery == null ? Delivery.of(entry) : delivery));
      }
    }
    lines.sort(Comparator.comparing(Line::raisedAt));
    return new Bulletin(
        now.toString(),
        lease.node(),
        lease.ways().stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList(),
        List.copyOf(lines));
  }

  private static Line line(Delivery delivery) {
    return new Line(
        delivery.reference(),
        delivery.client().clinic().value(),
        Letter.asks(delivery.level()),
        delivery.raisedAt().toString(),
        delivery.rung().map(Bulletin::plain).orElse(""),
        delivery.history().isEmpty() ? "" : said(delivery.history().getLast()),
        delivery.nextRoundAt().map(Instant::toString).orElse(""),
        delivery.troubles().stream().map(Trouble::sentence).toList());
  }

  private static String said(Delivery.Try last) {
    String how = plain(last.channel());
    return last.fault().map(why -> how + " failed (" + plain(why) + ")").orElse(how)
        + " at "
        + last.at();
  }

  private static String plain(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Put in place whole, so that a reader never sees half of it. */
  void write(Path folder) throws IOException {
    Path fresh = folder.resolve(FILE + ".new");
    Files.write(fresh, JSON.writeValueAsBytes(this));
    Files.move(
        fresh,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static Bulletin in(Path folder) throws IOException {
    return JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), Bulletin.class);
  }
}
