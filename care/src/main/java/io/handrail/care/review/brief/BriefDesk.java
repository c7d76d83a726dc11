package io.handrail.care.review.brief;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.measure.Instruments;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.brief.Brief.Part;
import io.handrail.care.review.brief.Brief.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the brief before a session from what is stored, and keeps the ones that were signed. The
 * facts are drawn by code alone; where a model worded a sentence, {@link WordingDesk} held it
 * against the program's own.
 */
public final class BriefDesk {
  /** What a first brief covers where nothing was read yet. */
  public static final Duration FIRST_COVERS = Duration.ofDays(14);

  private final Shelves shelves;
  private final Protocols protocols;
  private final Instruments instruments;
  private final WordingDesk wordings;

  public BriefDesk(Shelves shelves, Protocols protocols, Instruments instruments) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.instruments = instruments;
    this.wordings = new WordingDesk(shelves);
  }

  /**
   * Who signs, what they add, and what they leave out.
   *
   * @param leftOut places of sentences, counted over all parts from 0
   */
  public record Signature(
      StaffId by, String name, Instant at, String remark, Set<Integer> leftOut) {
    public Signature {
      leftOut = Set.copyOf(leftOut);
    }

    /** Who signs the draft as it is. */
    public Signature(StaffId by, String name, Instant at, String remark) {
      this(by, name, at, remark, Set.of());
    }
  }

  /** What came of signing. */
  public sealed interface Result {
    record Signed(SignedBrief brief) implements Result {}

    /** What is stored has moved on since the draft was read; nothing was signed. */
    record MovedOn(Brief draft) implements Result {}
  }

  /**
   * Where the next brief begins: at the last signed one, else where the log was last read, else two
   * weeks back.
   */
  public Instant beginning(ClientId client, Instant now) {
    return index(client)
        .last()
        .map(BriefIndex.Entry::at)
        .or(() -> shelves.caseload().get(client).flatMap(CaseloadRow::reviewedAt))
        .orElse(now.minus(FIRST_COVERS));
  }

  /** The draft as a page shows it: with a model's words where some were asked for and hold. */
  public WordingDesk.Worded worded(Client client, Instant since, Instant now) {
    return wordings.over(client, draft(client, since, now));
  }

  /** The draft in the program's own words. */
  public Brief draft(Client client, Instant since, Instant now) {
    Facts facts = Facts.of(shelves, client, since, now);
    var say = new Telling(client.zone());
    var work = new WorkPart(facts, say, protocols);
    var words = new WordsPart(facts, say);
    var parts = new ArrayList<Part>();
    parts.add(new RiskPart(facts, say).part());
    work.forTheSession().ifPresent(parts::add);
    new MeasuresPart(facts, say, instruments).part().ifPresent(parts::add);
    parts.add(work.exercises());
    parts.add(work.homework());
    words.changes().ifPresent(parts::add);
    words.words().ifPresent(parts::add);
    parts.add(words.use());
    return new Brief(since, now, shortened(parts));
  }

  /** From the end of the longest parts, until it can be read in two minutes; risk stays whole. */
  private static List<Part> shortened(List<Part> parts) {
    var all = new ArrayList<>(parts);
    while (words(all) > Brief.WORDS_MAX) {
      int longest = -1;
      for (int i = 0; i < all.size(); i++) {
        boolean may = all.get(i).sentences().size() > 1 && !all.get(i).id().equals(Brief.RISK);
        if (may && (longest < 0 || length(all.get(i)) > length(all.get(longest)))) longest = i;
      }
      if (longest < 0) return all;
      Part part = all.get(longest);
      List<Sentence> fewer = part.sentences().subList(0, part.sentences().size() - 1);
      all.set(longest, new Part(part.id(), part.heading(), fewer));
    }
    return all;
  }

  private static int words(List<Part> parts) {
    return parts.stream().mapToInt(BriefDesk::length).sum();
  }

  private static int length(Part part) {
    return part.sentences().stream().mapToInt(Sentence::words).sum();
  }

  public BriefIndex index(ClientId client) {
    return shelves.briefIndex().get(client).orElse(BriefIndex.EMPTY);
  }

  public Optional<SignedBrief> signed(ClientId client, int version) {
    return shelves.briefs().get(new OfClient<>(client, version));
  }

  /**
   * Signs the draft that was read, if it still says what is stored.
   *
   * @param since where the draft that was read begins
   * @param seen its {@link Digest}
   */
  public Result sign(Client client, Instant since, String seen, Signature signature) {
    Brief draft = worded(client, since, signature.at()).brief();
    if (!Digest.of(draft).equals(seen)) return new Result.MovedOn(draft);
    Brief now = draft.without(signature.leftOut());
    int left = (int) (draft.sentences().count() - now.sentences().count());
    Optional<SignedBrief> before =
        index(client.id()).last().flatMap(last -> signed(client.id(), last.version()));
    if (before.isPresent() && sentTwice(before.get(), now, signature)) {
      return new Result.Signed(before.get());
    }
    int version = before.map(SignedBrief::version).orElse(0) + 1;
    while (true) {
      var brief =
          new SignedBrief(
              version,
              now,
              signature.by(),
              signature.name(),
              signature.at(),
              signature.remark().strip(),
              left == 0 ? Optional.empty() : Optional.of(left));
      if (shelves.briefs().insert(new OfClient<>(client.id(), version), brief)) {
        list(client.id(), brief);
        return new Result.Signed(brief);
      }
      // Another was first, or a crash left one unlisted; it is listed now, and the next place
      // tried.
      signed(client.id(), version).ifPresent(taken -> list(client.id(), taken));
      version++;
    }
  }

  private void list(ClientId client, SignedBrief brief) {
    var entry = new BriefIndex.Entry(brief.version(), brief.at(), brief.name());
    shelves.briefIndex().change(client, BriefIndex.EMPTY, index -> index.with(entry));
  }

  private static boolean sentTwice(SignedBrief before, Brief now, Signature signature) {
    return before.brief().saysTheSameAs(now)
        && before.by().equals(signature.by())
        && before.remark().equals(signature.remark().strip());
  }
}
