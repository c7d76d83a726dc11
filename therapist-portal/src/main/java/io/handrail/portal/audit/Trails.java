package io.handrail.portal.audit;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditArea;
import io.handrail.care.record.audit.AuditCheck;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditEntry;
import io.handrail.care.record.audit.AuditHead;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lays out a trail. It reads a bounded part of it for a page, and goes on from there. */
@Singleton
class Trails {
  private static final int SHOWN = 100;
  private static final int PAGES_LOOKED = 20;
  private static final int CSV_ENTRIES_MAX = 20_000;

  /** A trail up to this long is checked whenever it is opened. */
  private static final long CHECKED_ALWAYS = 5_000;

  private final Shelves shelves;
  private final Frames frames;
  private final AuditTrail trail;
  private final Messages messages;

  Trails(Shelves shelves, Frames frames, AuditTrail trail, Messages messages) {
    this.shelves = shelves;
    this.frames = frames;
    this.trail = trail;
    this.messages = messages;
  }

  AuditView page(StaffActor actor, AuditSearch search, long before, boolean check) {
    Frame frame = frames.around(actor);
    ClinicId clinic = actor.clinic();
    List<AuditEntry> looked = trail.before(clinic, before, PAGES_LOOKED);
    List<AuditEntry> found = looked.stream().filter(search::finds).limit(SHOWN).toList();
    long last = 0;
    if (!looked.isEmpty()) {
      last = (found.size() == SHOWN ? found.getLast() : looked.getLast()).seq();
    }
    Names names = names(clinic, found);
    AuditHead head = trail.head(clinic);
    return new AuditView(
        frame,
        found.stream().map(entry -> row(entry, names)).toList(),
        Arrays.stream(AuditArea.values()).map(AuditArea::name).toList(),
        people(clinic),
        search.area().map(AuditArea::name).orElse(""),
        search.person(),
        search.client(),
        last > 1 ? last : 0,
        looked.size(),
        Math.max(head.entries(), looked.isEmpty() ? 0 : looked.getFirst().seq()),
        check || head.entries() <= CHECKED_ALWAYS
            ? checked(trail.check(clinic, Optional.empty()))
            : new AuditView.Checked("not-yet", 0, "", ""));
  }

  private static AuditView.Checked checked(AuditCheck check) {
    return switch (check) {
      case AuditCheck.Holds(AuditHead head) -> new AuditView.Checked("holds", 0, "", head.anchor());
      case AuditCheck.Broken(long entry, AuditCheck.Fault fault) ->
          new AuditView.Checked("broken", entry, fault.name(), "");
    };
  }

  private List<AuditView.Person> people(ClinicId clinic) {
    var ids = shelves.clinics().get(clinic).orElseThrow().staff();
    return shelves.staff().get(ids).values().stream()
        .sorted(Comparator.comparing(Staff::name))
        .map(s -> new AuditView.Person(s.id().value(), s.name()))
        .toList();
  }

  /** Names as they are now; whoever was erased has none any more. */
  private record Names(Map<StaffId, Staff> staff, Map<ClientId, Client> clients) {
    String of(StaffId id) {
      Staff known = staff.get(id);
      return known == null ? id.value() : known.name();
    }

    String of(ClientId id) {
      Client known = clients.get(id);
      return known == null ? "erased client " + id.value() : known.name();
    }

    String by(AuditDeed deed) {
      return deed.by().map(this::of).or(() -> deed.client().map(this::of)).orElse("");
    }

    String about(AuditDeed deed) {
      if (deed.by().isEmpty()) return "";
      return deed.client().map(this::of).or(() -> deed.colleague().map(this::of)).orElse("");
    }
  }

  private Names names(ClinicId clinic, List<AuditEntry> entries) {
    List<AuditDeed> deeds = entries.stream().map(AuditEntry::deed).toList();
    var staff =
        deeds.stream()
            .flatMap(d -> Stream.of(d.by(), d.colleague()).flatMap(Optional::stream))
            .distinct()
            .toList();
    var clients = deeds.stream().flatMap(d -> d.client().stream()).distinct().toList();
    return new Names(shelves.staff().get(staff), shelves.clients().get(clients));
  }

  private static AuditView.Row row(AuditEntry entry, Names names) {
    AuditDeed deed = entry.deed();
    return new AuditView.Row(
        entry.seq(),
        entry.at(),
        deed.kind().name(),
        deed.kind().area().name(),
        names.by(deed),
        names.about(deed));
  }

  /** All that is found, newest first, with the hashes, so that a kept sheet proves what was. */
  String csv(StaffActor actor, AuditSearch search) {
    var found = new ArrayList<AuditEntry>();
    long before = 0;
    while (found.size() < CSV_ENTRIES_MAX) {
      List<AuditEntry> looked = trail.before(actor.clinic(), before, PAGES_LOOKED);
      looked.stream().filter(search::finds).forEach(found::add);
      if (looked.isEmpty() || looked.getLast().seq() <= 1) break;
      before = looked.getLast().seq();
    }
    Names names = names(actor.clinic(), found);
    var out = new StringBuilder();
    var format =
        CSVFormat.RFC4180
            .builder()
            .setHeader("number", "time", "what", "area", "by", "by_id", "about", "about_id", "hash")
            .get();
    try (var sheet = new CSVPrinter(out, format)) {
      for (AuditEntry entry : found) print(sheet, entry, names);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder takes everything
    }
    return out.toString();
  }

  private void print(CSVPrinter sheet, AuditEntry entry, Names names) throws IOException {
    AuditDeed deed = entry.deed();
    String byId =
        deed.by().map(StaffId::value).or(() -> deed.client().map(ClientId::value)).orElse("");
    String aboutId =
        deed.by().isEmpty()
            ? ""
            : deed.client()
                .map(ClientId::value)
                .or(() -> deed.colleague().map(StaffId::value))
                .orElse("");
    sheet.printRecord(
        entry.seq(),
        entry.at(),
        messages.text("en", "audit.kind." + deed.kind().name()),
        messages.text("en", "audit.area." + deed.kind().area().name()),
        noFormula(names.by(deed)),
        byId,
        noFormula(names.about(deed)),
        aboutId,
        entry.hash());
  }

  /** A name that a spreadsheet would take for a formula stays a name. */
  private static String noFormula(String text) {
    Objects.requireNonNull(text);
    return text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
  }
}
