package io.handrail.care.alert;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import io.handrail.care.review.RiskQueue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one flag is carried to people. It holds no words of the client and no name, and it has no
 * end: what ends it is that a person acknowledges the flag ({@code care.review}).
 *
 * @param round how often the chain has asked for people to be told; 0 before the first time
 * @param rung who was asked last
 * @param nextRoundAt when the next people are told; empty where only the portal tells
 * @param errands one for each person and channel asked so far, so the record stays small
 * @param history every try, the first and the latest of them
 * @param troubles what was in the way when it was last looked at
 * @param alarmedAt when that was last said aloud
 */
public record Delivery(
    String flag,
    ClientId client,
    Level level,
    Instant raisedAt,
    int round,
    Optional<Rung> rung,
    Optional<Instant> nextRoundAt,
    List<Errand> errands,
    List<Try> history,
    List<Trouble> troubles,
    Optional<Instant> alarmedAt) {

  private static final int FIRST_KEPT = 20;
  private static final int LATEST_KEPT = 60;

  public Delivery {
    errands = List.copyOf(errands);
    history = List.copyOf(history);
    troubles = List.copyOf(troubles);
  }

  /**
   * Somebody was told, or it failed.
   *
   * @param to empty for a channel that has one address for all
   * @param fault empty when it worked
   * @param node which program did it
   */
  public record Try(
      Instant at,
      Channel channel,
      Optional<StaffId> to,
      int round,
      Optional<Fault> fault,
      String node) {}

  /** A flag that nobody has been told of. */
  public static Delivery of(RiskQueue.Entry entry) {
    return new Delivery(
        entry.flag(),
        entry.client(),
        entry.level(),
        entry.raisedAt(),
        0,
        Optional.empty(),
        Optional.of(entry.raisedAt()),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * The name of a flag outside the house: it says nothing of the client, and the risk queue shows
   * it beside the flag. Ten letters and digits after {@code F-}.
   */
  public static String reference(String flag) {
    long number = 0;
    byte[] hash = sha256("reference " + flag);
    for (int i = 0; i < 7; i++) number = number << 8 | (hash[i] & 0xff);
    String text = Long.toString(number & ((1L << 50) - 1), 32).toUpperCase(Locale.ROOT);
    return "F-" + "0".repeat(10 - text.length()) + text;
  }

  public String reference() {
    return reference(flag);
  }

  /** The same for every repeat of one round's telling, so that a repeat is known as one. */
  public String key(Errand errand, int ofRound) {
    String what =
        String.join(
            " ",
            client.toString(),
            flag,
            errand.channel().name(),
            errand.to().map(StaffId::value).orElse("-"),
            Integer.toString(ofRound));
    return java.util.HexFormat.of().formatHex(sha256("alert " + what), 0, 16);
  }

  /** True when the next people are to be told. */
  public boolean due(Instant now) {
    return nextRoundAt.map(at -> !at.isAfter(now)).orElse(false);
  }

  /** The next people are asked for, and stand in the errands; the same delivery if it is early. */
  public Delivery climbed(Standing standing, Instant now, String node) {
    if (!due(now)) return this;
    Rung next = nextRung(standing);
    return asking(
        next.people(standing), Optional.of(next), after(next, standing, now), standing, now, node);
  }

  /**
   * Who answers for the client now and has heard nothing, though others were told before: somebody
   * stands in since then, is back, or has taken the client over.
   */
  public List<StaffId> unaware(Standing standing) {
    if (round == 0) return List.of();
    return Rung.CLINICIAN.people(standing).stream().filter(person -> !asked(person)).toList();
  }

  /** They are told at once. The climb goes on beside it by its own clock, no later for it. */
  public Delivery handedOn(Standing standing, Instant now, String node) {
    List<StaffId> people = unaware(standing);
    return people.isEmpty() ? this : asking(people, rung, nextRoundAt, standing, now, node);
  }

  private Delivery asking(
      List<StaffId> people,
      Optional<Rung> asked,
      Optional<Instant> then,
      Standing standing,
      Instant now,
      String node) {
    int newRound = round + 1;
    var all = new ArrayList<>(errands);
    var tries = new ArrayList<>(history);
    for (StaffId person : people) {
      ask(all, Channel.PORTAL, Optional.of(person), newRound, now);
      tries.add(portal(person, newRound, now, node));
      if (level.atLeast(Level.CONCERN) && standing.ways().contains(Channel.EMAIL)) {
        ask(all, Channel.EMAIL, Optional.of(person), newRound, now);
      }
    }
    if (level.atLeast(Level.CONCERN) && standing.ways().contains(Channel.WEBHOOK)) {
      ask(all, Channel.WEBHOOK, Optional.empty(), newRound, now);
    }
    return new Delivery(
        flag,
        client,
        level,
        raisedAt,
        newRound,
        asked,
        then,
        all,
        kept(tries),
        troubles,
        alarmedAt);
  }

  /** Who is told next, as the rota stands now. */
  public Rung nextRung(Standing standing) {
    if (!level.atLeast(Level.CONCERN)) return Rung.CLINICIAN;
    int from = rung.map(Enum::ordinal).orElse(-1);
    for (Rung higher : Rung.values()) {
      if (higher.ordinal() > from && !higher.people(standing).isEmpty()) return higher;
    }
    return Rung.EVERYONE;
  }

  /** A rung that no way leads to is left at once, for as long as there is a higher one. */
  private Optional<Instant> after(Rung asked, Standing standing, Instant now) {
    if (!level.atLeast(Level.CONCERN)) return Optional.empty();
    boolean passed =
        asked != Rung.EVERYONE
            && standing.leavesTheHouse()
            && asked.people(standing).stream().noneMatch(standing::reaches);
    return Optional.of(passed ? now : standing.next(level, now));
  }

  private static void ask(
      List<Errand> all, Channel channel, Optional<StaffId> to, int round, Instant now) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isFor(channel, to)) {
        Errand again = all.get(i).again(round, now);
        all.set(i, channel == Channel.PORTAL ? again.sent(round, now) : again);
        return;
      }
    }
    Errand asked = Errand.asked(channel, to, round, now);
    all.add(channel == Channel.PORTAL ? asked.sent(round, now) : asked);
  }

  private static Try portal(StaffId person, int round, Instant now, String node) {
    return new Try(now, Channel.PORTAL, Optional.of(person), round, Optional.empty(), node);
  }

  /** A node takes an errand on; the same delivery when another is at it or it is done. */
  public Delivery claimed(Errand errand, String node, Instant now, Duration length) {
    Optional<Errand> stored = find(errand).filter(found -> found.ready(now));
    return stored.map(found -> with(found.claimed(node, now, length))).orElse(this);
  }

  public Optional<Errand> find(Errand errand) {
    return errands.stream().filter(e -> e.isFor(errand.channel(), errand.to())).findFirst();
  }

  /** What came of telling somebody of a round. */
  public Delivery told(Errand errand, int ofRound, Optional<Fault> fault, Instant at, String node) {
    Errand stored = find(errand).orElse(errand);
    var tries = new ArrayList<>(history);
    tries.add(new Try(at, errand.channel(), errand.to(), ofRound, fault, node));
    Delivery after =
        with(fault.map(why -> stored.failed(why, at)).orElseGet(() -> stored.sent(ofRound, at)));
    return new Delivery(
        flag,
        client,
        level,
        raisedAt,
        round,
        rung,
        nextRoundAt,
        after.errands,
        kept(tries),
        troubles,
        alarmedAt);
  }

  /** What is in the way was looked at, and said aloud if there was anything. */
  public Delivery looked(List<Trouble> found, Instant now) {
    return new Delivery(
        flag,
        client,
        level,
        raisedAt,
        round,
        rung,
        nextRoundAt,
        errands,
        history,
        found,
        found.isEmpty() ? Optional.empty() : Optional.of(now));
  }

  /** True when somebody was told in a way that reaches them outside the portal. */
  public boolean left() {
    return errands.stream().anyMatch(e -> e.channel().outward() && e.sends() > 0);
  }

  /** True when this person was told, so that the flag is theirs to answer too. */
  public boolean asked(StaffId person) {
    return errands.stream().anyMatch(e -> e.to().filter(person::equals).isPresent());
  }

  private Delivery with(Errand changed) {
    List<Errand> all =
        errands.stream().map(e -> e.isFor(changed.channel(), changed.to()) ? changed : e).toList();
    return new Delivery(
        flag, client, level, raisedAt, round, rung, nextRoundAt, all, history, troubles, alarmedAt);
  }

  private static List<Try> kept(List<Try> tries) {
    if (tries.size() <= FIRST_KEPT + LATEST_KEPT) return tries;
    var kept = new ArrayList<>(tries.subList(0, FIRST_KEPT));
    kept.addAll(tries.subList(tries.size() - LATEST_KEPT, tries.size()));
    return kept;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
