package io.handrail.portal.brief;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.brief.Brief;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.care.review.brief.Digest;
import io.handrail.care.review.brief.SignedBrief;
import io.handrail.care.review.brief.WordingCheck;
import io.handrail.care.review.brief.WordingDesk;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.brief.BriefPage.Earlier;
import io.handrail.portal.brief.BriefPage.Part;
import io.handrail.portal.brief.BriefPage.Signed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays a brief out for the page, for paper and for copying. */
@Singleton
class Briefs {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

  private final Shelves shelves;
  private final Frames frames;
  private final RiskDesk risk;
  private final BriefDesk desk;
  private final WordingDesk wordings;

  Briefs(Shelves shelves, Frames frames, RiskDesk risk, BriefDesk desk) {
    this.shelves = shelves;
    this.frames = frames;
    this.risk = risk;
    this.desk = desk;
    this.wordings = new WordingDesk(shelves);
  }

  /**
   * @param from the first day on the client's clock; without it, where the last brief ended
   */
  Instant since(Client client, Optional<LocalDate> from, Instant now) {
    return from.map(day -> day.atStartOfDay(client.zone()).toInstant())
        .filter(day -> day.isBefore(now))
        .orElseGet(() -> desk.beginning(client.id(), now));
  }

  BriefPage draft(StaffActor actor, Client client, Instant since, String remark, Notice notice) {
    Frame frame = frames.around(actor);
    WordingDesk.Worded worded = desk.worded(client, since, frame.now());
    return page(
        new Laid(frame, client, worded.brief(), worded.kept(), wording(client, worded)),
        Optional.empty(),
        remark,
        notice);
  }

  private BriefPage.Wording wording(Client client, WordingDesk.Worded worded) {
    String barred = wordings.barred(client.id()).map(Briefs::barred).orElse("");
    String state =
        worded
            .last()
            .map(last ->
                last.answer()
                    .map(a -> a.fault().map(Briefs::fault).orElse("answered"))
                    .orElse("asked"))
            .orElse("none");
    return wording(worded.brief(), barred, state);
  }

  private static BriefPage.Wording wording(Brief brief, String barred, String state) {
    List<Brief.Wording> by = brief.sentences().flatMap(s -> s.wording().stream()).toList();
    String who = by.isEmpty() ? "" : by.getFirst().model() + ", prompt " + by.getFirst().prompt();
    return new BriefPage.Wording(by.size(), who, barred, state);
  }

  private static String barred(WordingDesk.Barred by) {
    return switch (by) {
      case CLINIC -> "The clinic has not turned this on. An administrator can, under Clinic.";
      case CLIENT -> "The client has not agreed to it.";
      case PLAN -> "The limits keep models away from this client.";
    };
  }

  private static String fault(String category) {
    return switch (category) {
      case "model_off" -> "No model is set up.";
      case "model_timeout" -> "The model took too long.";
      case "model_invalid" -> "The model’s answer could not be used.";
      case "budget" -> "Today’s budget for the model is used up.";
      case "not_allowed" -> "It is not allowed any more, so no model was asked.";
      default -> "The model could not be reached.";
    };
  }

  Optional<BriefPage> signed(StaffActor actor, Client client, int version, Notice notice) {
    return desk.signed(client.id(), version)
        .map(brief -> {
          BriefPage.Wording by = wording(brief.brief(), "", "none");
          var laid = new Laid(frames.around(actor), client, brief.brief(), Map.of(), by);
          return page(laid, Optional.of(brief), brief.remark(), notice);
        });
  }

  /** A brief, and what a model had to do with it. */
  private record Laid(
      Frame frame,
      Client client,
      Brief brief,
      Map<Integer, WordingCheck.Why> kept,
      BriefPage.Wording wording) {}

  private static String said(BriefPage.Wording wording) {
    return wording.sentences() == 0
        ? ""
        : Spoken.counted(wording.sentences(), "sentence") + " worded by a model: " + wording.by();
  }

  private BriefPage page(Laid laid, Optional<SignedBrief> signed, String remark, Notice notice) {
    Frame frame = laid.frame();
    Client client = laid.client();
    Brief brief = laid.brief();
    List<Part> parts = BriefWords.parts(client, brief, laid.kept());
    String since = DAY.format(brief.since().atZone(client.zone()));
    String written = MOMENT.format(brief.at().atZone(frame.zone()));
    Optional<Signed> by =
        signed.map(s ->
            new Signed(
                s.version(),
                s.name(),
                MOMENT.format(s.at().atZone(frame.zone())),
                s.leftOut().orElse(0)));
    String state =
        by.map(s -> "Signed by " + s.name() + ", " + s.at() + ", version " + s.version())
            .orElse("Draft, not signed, written " + written);
    String title = client.name() + ": brief since " + since;
    return new BriefPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        brief.since().atZone(client.zone()).toLocalDate(),
        since,
        written,
        BriefWords.reading(brief),
        parts,
        Digest.of(brief),
        brief.since().toString(),
        by,
        desk.index(client.id()).entries().stream()
            .map(
                e -> new Earlier(e.version(), e.name(), MOMENT.format(e.at().atZone(frame.zone()))))
            .toList(),
        remark,
        BriefWords.text(
            title, state, parts, signed.isPresent() ? remark : "", said(laid.wording())),
        laid.wording(),
        notice);
  }
}
