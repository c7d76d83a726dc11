package io.handrail.portal.brief;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.brief.Brief;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.care.review.brief.Digest;
import io.handrail.care.review.brief.SignedBrief;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.brief.BriefPage.Earlier;
import io.handrail.portal.brief.BriefPage.Part;
import io.handrail.portal.brief.BriefPage.Signed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

  Briefs(Shelves shelves, Frames frames, RiskDesk risk, BriefDesk desk) {
    this.shelves = shelves;
    this.frames = frames;
    this.risk = risk;
    this.desk = desk;
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
    return page(
        frame, client, desk.draft(client, since, frame.now()), Optional.empty(), remark, notice);
  }

  BriefPage again(StaffActor actor, Client client, Brief draft, String remark, Notice notice) {
    return page(frames.around(actor), client, draft, Optional.empty(), remark, notice);
  }

  Optional<BriefPage> signed(StaffActor actor, Client client, int version, Notice notice) {
    return desk.signed(client.id(), version)
        .map(brief ->
            page(
                frames.around(actor),
                client,
                brief.brief(),
                Optional.of(brief),
                brief.remark(),
                notice));
  }

  private BriefPage page(
      Frame frame,
      Client client,
      Brief brief,
      Optional<SignedBrief> signed,
      String remark,
      Notice notice) {
    List<Part> parts = BriefWords.parts(client, brief);
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
        BriefWords.text(title, state, parts, signed.isPresent() ? remark : ""),
        notice);
  }
}
