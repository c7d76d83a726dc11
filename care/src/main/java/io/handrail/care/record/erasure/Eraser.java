package io.handrail.care.record.erasure;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.TurnNotes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Destroys a client's record. First the client is taken off every list, then their key is
 * destroyed: from that moment nothing sealed under it can be read by anyone. What is left of it is
 * then removed document by document. Confirming again finishes what a crash cut short.
 */
public final class Eraser {
  private static final String BY_CLIENT = "the client";
  private final Shelves shelves;
  private final AuditTrail trail;
  private final Clock clock;

  public Eraser(Shelves shelves, AuditTrail trail, Clock clock) {
    this.shelves = shelves;
    this.trail = trail;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {

    /** It waits for a second person. */
    record Asked(Erasure erasure) implements Result {}

    /** The wish was taken back. */
    record Withdrawn() implements Result {}

    record Erased(Receipt receipt) implements Result {}

    /** Somebody is still asked to answer a flag, or a hold stands: that comes first. */
    record FlagsOpen(int open) implements Result {}

    /** Whoever asked cannot also confirm. */
    record NeedsAnother() implements Result {}

    /** There is nothing to do: nobody asked, or it was done before. */
    record NothingAsked() implements Result {}
  }

  public Optional<Erasure> of(ClientId client) {
    return shelves.erasures().get(client);
  }

  /** The erasures of a clinic, the latest wish first. */
  public List<Erasure> all(ClinicId clinic) {
    var roll = shelves.erasureRolls().get(clinic).orElse(ErasureRoll.EMPTY);
    var keys = roll.clients().stream().map(value -> new ClientId(clinic, value)).toList();
    return List.copyOf(shelves.erasures().get(keys).values());
  }

  /**
   * @param by the member of staff who passes the client's wish on; empty for the client
   */
  public Result ask(ClientId client, Optional<StaffId> by) {
    Erasure wish = Erasure.asked(client, by, now());
    if (shelves.erasures().insert(client, wish)) {
      shelves
          .erasureRolls()
          .change(client.clinic(), ErasureRoll.EMPTY, roll -> roll.with(client.value()));
      wrote(AuditKind.ERASURE_ASKED, by, client);
    }
    return new Result.Asked(shelves.erasures().get(client).orElse(wish));
  }

  public Result withdraw(ClientId client, Optional<StaffId> by) {
    Optional<Erasure> standing = of(client).filter(Erasure::waiting);
    if (standing.isEmpty()) return new Result.NothingAsked();
    shelves.erasures().remove(client);
    shelves
        .erasureRolls()
        .change(client.clinic(), ErasureRoll.EMPTY, roll -> roll.without(client.value()));
    wrote(AuditKind.ERASURE_WITHDRAWN, by, client);
    return new Result.Withdrawn();
  }

  /** The second person's yes, and all that follows from it. */
  public Result confirm(ClientId client, StaffId by) {
    Optional<Erasure> standing = of(client);
    if (standing.isEmpty() || standing.get().done()) return new Result.NothingAsked();
    Erasure erasure = standing.get();
    if (erasure.waiting()) {
      if (!erasure.mayConfirm(by)) return new Result.NeedsAnother();
      int open = new RiskDesk(shelves).open(client).size() + (held(client) ? 1 : 0);
      if (open > 0) return new Result.FlagsOpen(open);
      Optional<Client> known = shelves.clients().get(client);
      if (known.isEmpty()) return new Result.NothingAsked();
      Inventory inventory = new Stocktaking(shelves).of(known.get(), now());
      erasure = shelves.erasures().change(client, e -> e.confirmed(by, now(), inventory));
      wrote(AuditKind.ERASURE_CONFIRMED, Optional.of(by), client);
    }
    return new Result.Erased(finished(erasure));
  }

  private boolean held(ClientId client) {
    return shelves.turns().last(client, 1).stream().anyMatch(t -> t.state().hold().isPresent());
  }

  private Receipt finished(Erasure erasure) {
    ClientId client = erasure.client();
    Inventory inventory = erasure.underWay().orElseThrow();
    List<StaffId> staff = shelves.clinics().get(client.clinic()).orElseThrow().staff();
    if (!shelves.forgotten(client)) {
      offTheLists(client, staff);
      theWayIn(client);
      shelves.forget(client);
    }
    Instant erasedAt = now();
    destroy(client, inventory, staff);
    Receipt receipt = receipt(erasure, inventory.counts(), erasedAt);
    Erasure ended = shelves.erasures().change(client, e -> e.done() ? e : e.ended(receipt));
    wrote(AuditKind.ERASED, erasure.confirmed().map(Erasure.Confirmed::by), client);
    return ended.receipt().orElseThrow();
  }

  private void offTheLists(ClientId client, List<StaffId> staff) {
    staff.stream()
        .filter(id -> shelves.staff().get(id).isPresent())
        .forEach(id -> shelves.staff().change(id, member -> member.withoutCase(client)));
    staff.stream()
        .filter(id -> shelves.ratingRolls().get(id).isPresent())
        .forEach(id -> shelves.ratingRolls().change(id, roll -> roll.without(client)));
    new Roll(shelves).strike(client);
    if (shelves.liveBoards().get(client.clinic()).isPresent()) {
      shelves
          .liveBoards()
          .change(
              client.clinic(),
              board -> {
                LiveBoard left = board;
                for (LiveBoard.Kind kind : LiveBoard.Kind.values()) {
                  left = left.without(client, kind);
                }
                return left;
              });
    }
  }

  private void theWayIn(ClientId client) {
    shelves
        .clientSignIns()
        .get(client)
        .ifPresent(signIn -> {
          shelves.accounts().remove(signIn.name());
          shelves.passphraseHelp().remove(signIn.name());
        });
    shelves
        .clients()
        .get(client)
        .flatMap(Client::invitation)
        .ifPresent(key -> shelves.invitations().remove(key));
  }

  /** Nothing of this can be read any more; it is removed so that it does not lie about either. */
  private void destroy(ClientId client, Inventory inventory, List<StaffId> staff) {
    IntStream.rangeClosed(0, inventory.plans())
        .forEach(version -> shelves.planHistory().remove(new OfClient<>(client, version)));
    IntStream.rangeClosed(0, inventory.safetyPlans())
        .forEach(version -> shelves.safetyPlanHistory().remove(new OfClient<>(client, version)));
    IntStream.rangeClosed(0, inventory.briefs())
        .forEach(version -> shelves.briefs().remove(new OfClient<>(client, version)));
    inventory.runs().forEach(run -> shelves.exercises().remove(new OfClient<>(client, run)));
    for (String flag : inventory.flags()) {
      shelves.risk().remove(new OfClient<>(client, flag));
      shelves.deliveries().remove(new OfClient<>(client, flag));
    }
    inventory
        .conversations()
        .forEach(talk -> shelves.ratings().remove(new OfClient<>(client, talk)));
    inventory.months().forEach(month -> shelves.readings().remove(new OfClient<>(client, month)));
    LongStream.rangeClosed(0, TurnNotes.page(Math.max(1, inventory.turns())))
        .forEach(page -> shelves.turnNotes().remove(new OfClient<>(client, page)));
    shelves.removePrivateNotes(client, staff);
    single(client);
    shelves.turns().erase(client, inventory.turns());
  }

  private void single(ClientId client) {
    shelves.plans().remove(client);
    shelves.caseload().remove(client);
    shelves.homework().remove(client);
    shelves.exerciseIndex().remove(client);
    shelves.consents().remove(client);
    shelves.measurePlans().remove(client);
    shelves.measures().remove(client);
    shelves.memories().remove(client);
    shelves.safetyPlans().remove(client);
    shelves.previews().remove(client);
    shelves.briefIndex().remove(client);
    shelves.briefWordings().remove(client);
    shelves.contextCards().remove(client);
    shelves.tapers().remove(client);
    shelves.copyOrders().remove(client);
    shelves.clientSignIns().remove(client);
    shelves.clients().remove(client);
  }

  private Receipt receipt(Erasure erasure, Counts counts, Instant erasedAt) {
    var confirmed = erasure.confirmed().orElseThrow();
    return new Receipt(
            erasure.client().value(),
            erasure.client().clinic().toString(),
            erasure.asked().by().map(StaffId::value).orElse(BY_CLIENT),
            erasure.asked().at(),
            confirmed.by().value(),
            confirmed.at(),
            erasedAt,
            counts,
            "",
            "")
        .signed(signingKey());
  }

  private SigningKey signingKey() {
    return shelves
        .signingKeys()
        .get(SigningKey.RECEIPTS)
        .orElseGet(() -> {
          SigningKey made = SigningKey.fresh();
          return shelves.signingKeys().insert(SigningKey.RECEIPTS, made)
              ? made
              : shelves.signingKeys().get(SigningKey.RECEIPTS).orElseThrow();
        });
  }

  private void wrote(AuditKind kind, Optional<StaffId> by, ClientId client) {
    trail.write(client.clinic(), new AuditDeed(kind, by, Optional.of(client), Optional.empty()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
