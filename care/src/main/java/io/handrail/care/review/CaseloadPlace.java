package io.handrail.care.review;

import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Level;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.measure.MeasureSigns;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.safety.SafetyPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One client's place on a caseload, with every reason for it.
 *
 * @param reasons the most pressing first; empty when nothing waits
 */
public record CaseloadPlace(Client client, CaseloadRow row, List<Reason> reasons) {

  /** How long a log may stay unread before the caseload says so, where the plan does not say. */
  public static final Duration REVIEW_INTERVAL = Duration.ofDays(7);

  /** How long a client may be silent before the caseload says so. */
  public static final Duration QUIET_AFTER = Duration.ofDays(10);

  /** How long a questionnaire may rest before the caseload says it was left part way. */
  public static final Duration PART_WAY_AFTER = Duration.ofHours(1);

  /** What needs a person first stands first; among equals, what has waited longest. */
  public static final Comparator<CaseloadPlace> READING_ORDER =
      Comparator.comparing(CaseloadPlace::place)
          .thenComparing(CaseloadPlace::highest, Comparator.reverseOrder())
          .thenComparing(CaseloadPlace::waitingSince)
          .thenComparing(place -> place.client().name());

  public CaseloadPlace {
    reasons = List.copyOf(reasons);
  }

  /**
   * @param open the client's flags that nobody has acknowledged
   */
  public static CaseloadPlace of(
      Client client, CaseloadRow row, List<RiskQueue.Entry> open, Instant now) {
    var reasons = new ArrayList<Reason>();
    flags(open).ifPresent(reasons::add);
    if (row.held()) reasons.add(new Reason.Held());
    row.measures().ifPresent(signs -> measures(signs, now, reasons));
    if (row.homeworkWaiting() > 0) reasons.add(new Reason.HomeworkWaiting(row.homeworkWaiting()));
    if (row.unreadTurns() > 0) {
      reasons.add(new Reason.Unread(row.unreadTurns(), row.highestUnread()));
    }
    row.toRead().map(finished -> toBeRead(finished, now)).ifPresent(reasons::add);
    overdue(client, row, REVIEW_INTERVAL, now).ifPresent(reasons::add);
    row.use()
        .flatMap(use -> use.rising(now.atZone(client.zone()).toLocalDate()))
        .ifPresent(reasons::add);
    quiet(row, now).ifPresent(reasons::add);
    if (row.lastAt().isEmpty()) {
      boolean invited = client.enrolment() == Client.Enrolment.INVITED;
      reasons.add(new Reason.NotStarted(invited, client.enrolledAt()));
    }
    reasons.sort(Comparator.comparing(Reason::place));
    return new CaseloadPlace(client, row, reasons);
  }

  /** The same with what the client's safety plan asks for. */
  public CaseloadPlace with(SafetyPlan plan) {
    int waiting = plan.waiting().size();
    if (waiting == 0) return this;
    var all = new ArrayList<>(reasons);
    all.add(new Reason.SafetyPlanWaiting(waiting));
    all.sort(Comparator.comparing(Reason::place));
    return new CaseloadPlace(client, row, all);
  }

  /** The same with what is open for a person in the client's chat. */
  public CaseloadPlace with(LiveBoard board) {
    var all = new ArrayList<>(reasons);
    for (LiveBoard.Entry entry : board.entries()) {
      if (!entry.client().equals(client.id())) continue;
      switch (entry.kind()) {
        case REPLY -> all.add(new Reason.ReplyWaiting(entry.since()));
        case TAKEOVER -> all.add(new Reason.TakenOver(entry.since()));
        case TO_SUM_UP, PREVIEW -> {}
      }
    }
    if (all.size() == reasons.size()) return this;
    all.sort(Comparator.comparing(Reason::place));
    return new CaseloadPlace(client, row, all);
  }

  /** The same by the review interval of the client's own plan. */
  public CaseloadPlace with(Optional<CarePlan> plan, Instant now) {
    Optional<Integer> days = plan.flatMap(p -> p.bounds().reviewDays());
    if (days.isEmpty()) return this;
    var all = new ArrayList<>(reasons);
    all.removeIf(Reason.Overdue.class::isInstance);
    overdue(client, row, Duration.ofDays(days.get()), now).ifPresent(all::add);
    all.sort(Comparator.comparing(Reason::place));
    return new CaseloadPlace(client, row, all);
  }

  public Reason.Place place() {
    return reasons.isEmpty() ? Reason.Place.NOTHING : reasons.getFirst().place();
  }

  /** The most that open flags and unread turns ask for. */
  public Level highest() {
    Level highest = Level.NONE;
    for (Reason reason : reasons) {
      if (reason instanceof Reason.OpenFlags flags) highest = highest.max(flags.highest());
      if (reason instanceof Reason.Unread unread) highest = highest.max(unread.highest());
    }
    return highest;
  }

  /** How many days ago something was to be read at the latest; empty where nothing is overdue. */
  public Optional<Long> daysOverdue(Instant now) {
    Optional<Long> most = Optional.empty();
    for (Reason reason : reasons) {
      if (reason instanceof Reason.Overdue overdue) most = later(most, overdue.days());
      if (reason instanceof Reason.ToBeRead finished && finished.past()) {
        most = later(most, Duration.between(finished.due(), now).toDays());
      }
    }
    return most;
  }

  private static Optional<Long> later(Optional<Long> most, long days) {
    return Optional.of(Math.max(most.orElse(0L), days));
  }

  private Instant waitingSince() {
    for (Reason reason : reasons) {
      if (reason instanceof Reason.OpenFlags flags) return flags.oldest();
    }
    return row.lastAt().orElse(client.enrolledAt());
  }

  private static Optional<Reason> flags(List<RiskQueue.Entry> open) {
    if (open.isEmpty()) return Optional.empty();
    Level highest = open.stream().map(RiskQueue.Entry::level).reduce(Level.NONE, Level::max);
    Instant oldest =
        open.stream().map(RiskQueue.Entry::raisedAt).min(Comparator.naturalOrder()).orElseThrow();
    return Optional.of(new Reason.OpenFlags(open.size(), highest, oldest));
  }

  private static void measures(MeasureSigns signs, Instant now, List<Reason> reasons) {
    signs
        .worse()
        .ifPresent(w -> reasons.add(new Reason.Worse(w.instrument(), w.before(), w.now())));
    signs
        .unfinished()
        .filter(left -> left.since().plus(PART_WAY_AFTER).isBefore(now))
        .ifPresent(left ->
            reasons.add(new Reason.LeftPartWay(left.instrument(), left.since(), left.blanks())));
  }

  private static Optional<Reason> overdue(
      Client client, CaseloadRow row, Duration interval, Instant now) {
    if (row.lastAt().isEmpty()) return Optional.empty();
    Instant since = row.reviewedAt().or(client::since).orElse(client.enrolledAt());
    Duration waited = Duration.between(since, now);
    return waited.compareTo(interval) > 0
        ? Optional.of(new Reason.Overdue(row.reviewedAt(), waited.toDays()))
        : Optional.empty();
  }

  private static Reason toBeRead(ToRead finished, Instant now) {
    ToRead.Entry first = finished.earliest();
    return new Reason.ToBeRead(first.protocol(), first.due(), first.due().isBefore(now));
  }

  private static Optional<Reason> quiet(CaseloadRow row, Instant now) {
    return row.lastAt()
        .map(last -> Duration.between(last, now))
        .filter(silence -> silence.compareTo(QUIET_AFTER) > 0)
        .map(silence -> new Reason.Quiet(silence.toDays()));
  }
}
