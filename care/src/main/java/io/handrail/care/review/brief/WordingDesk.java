package io.handrail.care.review.brief;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.care.review.brief.Brief.Part;
import io.handrail.care.review.brief.Brief.Sentence;
import io.handrail.care.review.brief.Brief.Wording;
import io.handrail.care.review.brief.Rewording.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a clinician asks for a brief in a model's words. The clinic, the client and the plan must
 * all allow it; a wording holds only for the very sentence it was made from, and only while the
 * check says so again.
 */
public final class WordingDesk {
  private final Shelves shelves;

  public WordingDesk(Shelves shelves) {
    this.shelves = shelves;
  }

  /** Who has not allowed it. */
  public enum Barred {
    /** The administrator has not turned it on. */
    CLINIC,
    /** The client has not agreed, or takes it back. */
    CLIENT,
    /** The plan keeps models away from this client. */
    PLAN
  }

  /**
   * A draft with the wordings that hold.
   *
   * @param last what was asked for last, if it may be used at all
   * @param kept places of sentences that stay in the program's words, and why; counted over all
   *     parts from 0
   */
  public record Worded(Brief brief, Optional<Rewording> last, Map<Integer, WordingCheck.Why> kept) {
    /** True where a sentence stands in a model's words. */
    public boolean any() {
      return brief.sentences().anyMatch(s -> s.wording().isPresent());
    }
  }

  /** Missing means no: without a clinic's word, a client's and a plan nothing leaves the house. */
  public Optional<Barred> barred(ClientId client) {
    if (!shelves.clinics().get(client.clinic()).map(Clinic::mayWordBriefs).orElse(false)) {
      return Optional.of(Barred.CLINIC);
    }
    if (!shelves.consents().get(client).map(Consent::wordsSummaries).orElse(false)) {
      return Optional.of(Barred.CLIENT);
    }
    boolean planned =
        shelves
            .plans()
            .get(client)
            .filter(plan -> plan.modelUse() != CarePlan.ModelUse.OFF)
            .isPresent();
    return planned ? Optional.empty() : Optional.of(Barred.PLAN);
  }

  /**
   * Asks for the sentences of a draft that a model may word.
   *
   * @return empty where somebody has not allowed it, or nothing in the draft may be worded
   */
  public Optional<Rewording> ask(Client client, Brief draft, String id, StaffId by, Instant now) {
    if (barred(client.id()).isPresent()) return Optional.empty();
    var asked = new ArrayList<Asked>();
    for (Part part : draft.parts()) {
      part.sentences().stream()
          .filter(sentence -> Brief.mayBeWorded(part, sentence))
          .map(sentence -> new Asked(sentence.text(), sentence.source()))
          .forEach(asked::add);
    }
    if (asked.isEmpty()) return Optional.empty();
    var wish = new Rewording(id, by, now, asked, Optional.empty(), Optional.empty());
    if (!shelves.briefWordings().insert(client.id(), wish)) {
      shelves.briefWordings().change(client.id(), before -> wish);
    }
    return Optional.of(wish);
  }

  /** Back to the program's own words. */
  public void drop(ClientId client) {
    shelves.briefWordings().remove(client);
  }

  public Optional<Rewording> last(ClientId client) {
    return shelves.briefWordings().get(client);
  }

  /** Lays the wordings that hold over a draft. */
  public Worded over(Client client, Brief draft) {
    Optional<Rewording> last = last(client.id()).filter(r -> barred(client.id()).isEmpty());
    if (last.flatMap(Rewording::answer).isEmpty()) return new Worded(draft, last, Map.of());
    Rewording made = last.get();
    var kept = new LinkedHashMap<Integer, WordingCheck.Why>();
    var parts = new ArrayList<Part>();
    int place = 0;
    for (Part part : draft.parts()) {
      var sentences = new ArrayList<Sentence>();
      for (Sentence sentence : part.sentences()) {
        sentences.add(
            Brief.mayBeWorded(part, sentence) ? laid(sentence, made, place, kept) : sentence);
        place++;
      }
      parts.add(new Part(part.id(), part.heading(), sentences));
    }
    return new Worded(new Brief(draft.since(), draft.at(), parts), last, kept);
  }

  private static Sentence laid(
      Sentence sentence, Rewording made, int place, Map<Integer, WordingCheck.Why> kept) {
    int at = made.asked().indexOf(new Asked(sentence.text(), sentence.source()));
    Rewording.Answer answer = made.answer().orElseThrow();
    List<Rewording.Worded> found =
        answer.worded().stream().filter(worded -> worded.asked() == at).toList();
    if (at < 0 || found.isEmpty()) return sentence;
    Optional<WordingCheck.Why> why =
        found
            .getFirst()
            .refused()
            .or(() -> WordingCheck.of(sentence.text(), found.getFirst().text().orElse("")));
    if (why.isPresent()) {
      kept.put(place, why.get());
      return sentence;
    }
    String text = found.getFirst().text().orElseThrow();
    if (text.equals(sentence.text())) return sentence;
    return sentence.worded(
        new Wording(text, answer.model().orElse("a model"), answer.prompt().orElse("")));
  }
}
