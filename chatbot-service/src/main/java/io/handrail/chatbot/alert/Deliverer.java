package io.handrail.chatbot.alert;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.StoreFault;
import io.handrail.care.alert.AlertLease;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.alert.Fault;
import io.handrail.care.alert.Rung;
import io.handrail.care.alert.Standing;
import io.handrail.care.alert.Trouble;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries open flags up the chain. All it knows is stored, so any node can go on where another
 * stopped: a pass looks at every open flag and does what is due. It closes nothing.
 */
public final class Deliverer {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  /** After this a node that claimed an errand is taken for dead. */
  static final Duration CLAIM = Duration.ofSeconds(60);

  /** Rungs that nobody can be reached on are passed in one go, and there are three before all. */
  private static final int CLIMBS_AT_ONCE = 4;

  private final Shelves shelves;
  private final RiskDesk desk;
  private final Clock clock;
  private final String node;
  private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
  private final List<Channel> ways;
  private final Optional<URI> link;
  private final Executor hands;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private volatile Supplier<Optional<String>> remark = Optional::empty;

  /**
   * @param node a name that no other start of the program has
   * @param portal as staff reach it
   * @param hands what errands run on, several at a time
   */
  public Deliverer(
      Shelves shelves,
      Clock clock,
      String node,
      List<Courier> couriers,
      Optional<URI> portal,
      Executor hands) {
    this.shelves = shelves;
    this.desk = new RiskDesk(shelves);
    this.clock = clock;
    this.node = node;
    couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
    this.ways = List.copyOf(this.couriers.keySet());
    this.link = portal.map(base -> URI.create(base + "/risk"));
    this.hands = hands;
  }

  /** What else staff must know, asked at every pass. */
  void remarking(Supplier<Optional<String>> what) {
    remark = what;
  }

  /** Does what is due, if it falls to this node. False when another node sees to it. */
  public boolean pass() {
    AlertLease lease = lease(clock.instant());
    if (!lease.node().equals(node)) return false;
    AlertRoll roll = shelves.alertRolls().get(AlertRoll.KEY).orElse(AlertRoll.EMPTY);
    for (ClinicId clinic : roll.clinics()) {
      try {
        tend(clinic);
      } catch (RuntimeException e) {
        LOG.error("alerts of clinic {} wait: {}", clinic, e.getClass().getSimpleName());
      }
    }
    return true;
  }

  private AlertLease lease(Instant now) {
    return shelves
        .alertLeases()
        .change(
            AlertLease.KEY, AlertLease.NOBODY, lease -> lease.held(node, now, ways, remark.get()));
  }

  /** Lets another node take over at once. */
  void release() {
    Instant now = clock.instant();
    shelves
        .alertLeases()
        .change(AlertLease.KEY, AlertLease.NOBODY, lease -> lease.released(node, now));
  }

  private void tend(ClinicId clinic) {
    List<RiskQueue.Entry> open = desk.open(clinic);
    if (open.isEmpty()) return;
    var people = People.of(clinic, open, shelves, ways);
    Map<OfClient<String>, Delivery> known = desk.deliveries(open);
    for (RiskQueue.Entry entry : open) {
      try {
        Delivery before = Optional.ofNullable(known.get(entry.key())).orElse(Delivery.of(entry));
        tend(entry, before, people);
      } catch (RuntimeException e) {
        String reference = Delivery.reference(entry.flag());
        LOG.error(
            "alert {} of clinic {} waits: {}", reference, clinic, e.getClass().getSimpleName());
      }
    }
  }

  private void tend(RiskQueue.Entry entry, Delivery before, People people) {
    Instant now = clock.instant();
    Standing standing = people.standing(entry.client(), now);
    boolean ready = before.errands().stream().anyMatch(e -> e.ready(now));
    boolean handedOn = !before.unaware(standing).isEmpty();
    if ((before.due(now) || ready || handedOn) && answered(entry)) return;
    Delivery delivery = before;
    for (int i = 0; i < CLIMBS_AT_ONCE && delivery.due(now); i++) {
      delivery = climb(entry, standing, now);
    }
    if (!delivery.unaware(standing).isEmpty()) delivery = handOn(entry, standing, now);
    alarm(entry, delivery, standing, now);
    for (Errand errand : delivery.errands()) {
      if (errand.ready(now) && couriers.containsKey(errand.channel())) {
        hand(entry, errand, people);
      }
    }
  }

  private Delivery climb(RiskQueue.Entry entry, Standing standing, Instant now) {
    return shelves
        .deliveries()
        .change(entry.key(), Delivery.of(entry), stored -> stored.climbed(standing, now, node));
  }

  private Delivery handOn(RiskQueue.Entry entry, Standing standing, Instant now) {
    return shelves
        .deliveries()
        .change(entry.key(), Delivery.of(entry), stored -> stored.handedOn(standing, now, node));
  }

  /** A crash can leave an answered flag on the list; what the person did is then finished. */
  private boolean answered(RiskQueue.Entry entry) {
    try {
      Optional<RiskItem.Acknowledgement> by =
          shelves.risk().get(entry.key()).flatMap(RiskItem::acknowledged);
      if (by.isEmpty()) return false;
      var unused = desk.acknowledge(entry.client(), entry.flag(), by.get());
      return true;
    } catch (StoreFault e) {
      return false; // not known to be answered, so people are told
    }
  }

  private void alarm(RiskQueue.Entry entry, Delivery delivery, Standing standing, Instant now) {
    List<Trouble> found = Trouble.of(delivery, standing, now);
    boolean changed = !found.equals(delivery.troubles());
    boolean again =
        !found.isEmpty()
            && delivery
                .alarmedAt()
                .map(at -> !at.plus(standing.every(delivery.level())).isAfter(now))
                .orElse(true);
    if (!changed && !again) return;
    for (Trouble trouble : found) {
      LOG.error(
          "ALARM: alert {} of clinic {} ({}): {}",
          delivery.reference(),
          entry.client().clinic(),
          Letter.asks(delivery.level()),
          trouble.sentence());
    }
    shelves.deliveries().change(entry.key(), stored -> stored.looked(found, now));
  }

  private void hand(RiskQueue.Entry entry, Errand errand, People people) {
    String mark = entry.client() + " " + entry.flag() + " " + errand.channel() + " " + errand.to();
    if (!underWay.add(mark)) return;
    hands.execute(() -> {
      try {
        carry(entry, errand, people);
      } catch (RuntimeException e) {
        // The claim runs out, and the same letter goes again under the same key.
        String reference = Delivery.reference(entry.flag());
        LOG.error("alert {} was cut short: {}", reference, e.getClass().getSimpleName());
      } finally {
        underWay.remove(mark);
      }
    });
  }

  /** Claim, carry, note: whatever stops this between two of them, the errand stays open. */
  private void carry(RiskQueue.Entry entry, Errand errand, People people) {
    Instant now = clock.instant();
    Delivery claimed =
        shelves
            .deliveries()
            .change(entry.key(), stored -> stored.claimed(errand, node, now, CLAIM));
    Optional<Integer> round =
        claimed
            .find(errand)
            .flatMap(Errand::claim)
            .filter(c -> c.node().equals(node) && c.until().equals(now.plus(CLAIM)))
            .map(Errand.Claim::round);
    if (round.isEmpty()) return; // another node is at it
    Optional<String> address = errand.to().flatMap(people::address);
    Optional<Fault> fault =
        errand.to().isPresent() && address.isEmpty()
            ? Optional.of(Fault.NO_ADDRESS)
            : couriers
                .get(errand.channel())
                .carry(
                    Letter.of(
                        claimed,
                        errand,
                        round.get(),
                        rung(claimed, errand, people.standing(entry.client(), now)),
                        address,
                        people.zone(),
                        link));
    Instant done = clock.instant();
    shelves
        .deliveries()
        .change(entry.key(), stored -> stored.told(errand, round.get(), fault, done, node));
    if (fault.isPresent() && claimed.find(errand).map(Errand::failures).orElse(0) == 0) {
      LOG.warn("alert {} by {} fails: {}", claimed.reference(), errand.channel(), fault.get());
    }
  }

  /** Whoever came to answer for the client while others were told is told so, not as those were. */
  private static Rung rung(Delivery delivery, Errand errand, Standing standing) {
    boolean newcomer =
        errand.sends() == 0
            && errand.to().filter(Rung.CLINICIAN.people(standing)::contains).isPresent();
    return newcomer ? Rung.CLINICIAN : delivery.rung().orElse(Rung.CLINICIAN);
  }
}
