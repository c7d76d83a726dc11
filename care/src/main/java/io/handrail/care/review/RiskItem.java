package io.handrail.care.review;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.safety.SafetyTalk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A flag on its way to a person, and what that person did. It never closes itself.
 *
 * @param words the client's exact words
 * @param signals what the screen saw
 * @param acknowledged empty while nobody has answered it
 * @param talk what the client said when asked about safety
 */
public record RiskItem(
    Flag flag,
    ClientId client,
    TurnId turn,
    String words,
    List<String> signals,
    Optional<Acknowledgement> acknowledged,
    Optional<SafetyTalk> talk) {
  public RiskItem {
    signals = List.copyOf(signals);
  }

  /** A flag after which nothing was asked. */
  public RiskItem(
      Flag flag,
      ClientId client,
      TurnId turn,
      String words,
      List<String> signals,
      Optional<Acknowledgement> acknowledged) {
    this(flag, client, turn, words, signals, acknowledged, Optional.empty());
  }

  /**
   * A person answered a flag.
   *
   * @param action what was done; never blank
   */
  public record Acknowledgement(StaffId by, String name, Instant at, String action) {
    public Acknowledgement {
      if (action == null || action.isBlank()) {
        throw new IllegalArgumentException("an acknowledgement says what was done");
      }
    }
  }

  /** The first acknowledgement stands; a later one changes nothing. */
  public RiskItem acknowledged(Acknowledgement by) {
    return acknowledged.isPresent()
        ? this
        : new RiskItem(flag, client, turn, words, signals, Optional.of(by), talk);
  }

  /** What was answered since belongs to the same flag; the same item where nothing is new. */
  public RiskItem told(SafetyTalk story) {
    return talk.filter(story::equals).isPresent()
        ? this
        : new RiskItem(flag, client, turn, words, signals, acknowledged, Optional.of(story));
  }
}
