package io.handrail.care.alert;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why an alert is not reaching anybody it should. Each has a mend. */
public enum Trouble {
  /** Neither e-mail nor a webhook is set up. */
  NO_CHANNEL(
      "nobody is told outside the portal, for neither e-mail nor a webhook is set up",
      "Whoever runs the service sets HANDRAIL_SMTP_URL or HANDRAIL_ALERT_WEBHOOK_URL"),
  /** No clinician is assigned, nobody covers, nobody is on call. */
  NOBODY(
      "there is nobody to tell: no clinician, no cover, nobody on call",
      "Assign a clinician and name people on the clinic page"),
  /** Everybody who was to be told lacks an e-mail address. */
  NO_ADDRESS(
      "nobody who should be told has an e-mail address",
      "Put people with an address on call, or set up a webhook"),
  /** A channel has been failing for longer than the clinic waits between people. */
  FAILING(
      "a channel has been failing for longer than the clinic waits",
      "Look at the mail server or the webhook"),
  /** Everybody there is has been told, and nobody is on call. */
  NO_ON_CALL("everybody has been told, and nobody is on call", "Name people on the clinic page");

  private final String what;
  private final String mend;

  Trouble(String what, String mend) {
    this.what = what;
    this.mend = mend;
  }

  /** What is wrong and the mend, in plain English, for staff and operators. */
  public String sentence() {
    return what + ". " + mend;
  }

  /** What is in the way of this delivery now; empty for one that only the portal tells of. */
  public static List<Trouble> of(Delivery delivery, Standing standing, Instant now) {
    if (!delivery.level().atLeast(Level.CONCERN)) return List.of();
    var found = new ArrayList<Trouble>();
    if (!standing.leavesTheHouse()) found.add(NO_CHANNEL);
    List<StaffId> all = Rung.EVERYONE.people(standing);
    if (all.isEmpty()) {
      found.add(NOBODY);
    } else if (standing.leavesTheHouse() && all.stream().noneMatch(standing::reaches)) {
      found.add(NO_ADDRESS);
    }
    Duration every = standing.every(delivery.level());
    boolean failing =
        delivery.errands().stream()
            .filter(e -> e.channel().outward() && e.open() && e.failures() > 0)
            .anyMatch(e -> !e.due().plus(every).isAfter(now));
    if (failing) found.add(FAILING);
    boolean allAsked = delivery.rung().map(Rung.EVERYONE::equals).orElse(false);
    if (allAsked && !all.isEmpty() && standing.rota().onCall().isEmpty()) found.add(NO_ON_CALL);
    return List.copyOf(found);
  }
}
