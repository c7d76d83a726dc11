package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.live.Claim;
import io.handrail.care.review.brief.Masked;
import io.handrail.care.review.brief.Rewording;
import io.handrail.care.review.brief.Rewording.Answer;
import io.handrail.care.review.brief.Rewording.Worded;
import io.handrail.care.review.brief.WordingCheck;
import io.handrail.care.review.brief.WordingDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks a model for other words for a brief, because only the chat talks to models. It is told the
 * program's own sentences and nothing that a client wrote; each of its sentences is held against
 * the one it stands for before it is kept.
 */
final class BriefWording {
  /** Longer than one call may take. */
  private static final Duration CLAIM = Duration.ofMinutes(6);

  private final Shelves shelves;
  private final WordingDesk desk;
  private final Phrasing phrasing;
  private final Clock clock;

  BriefWording(Shelves shelves, Phrasing phrasing, Clock clock) {
    this.shelves = shelves;
    this.desk = new WordingDesk(shelves);
    this.phrasing = phrasing;
    this.clock = clock;
  }

  /**
   * Words the brief that was asked for last, if it is not done yet and no other node is at it.
   *
   * @return true where nothing is left to do for anybody
   */
  boolean make(ClientId client) {
    if (desk.last(client).filter(r -> r.answer().isEmpty()).isEmpty()) return true;
    Instant now = clock.instant();
    var claim = new Claim(UUID.randomUUID().toString(), now.plus(CLAIM));
    Rewording asked = shelves.briefWordings().change(client, r -> r.claimed(claim, now));
    if (!asked.claim().equals(Optional.of(claim))) return false;
    // Whoever took it back since it was asked for is heard now.
    Answer answer =
        desk.barred(client).isPresent() ? Answer.failed("not_allowed") : answer(client, asked);
    shelves.briefWordings().change(client, r -> r.id().equals(asked.id()) ? r.answered(answer) : r);
    return true;
  }

  private Answer answer(ClientId client, Rewording asked) {
    List<Masked> masked = asked.asked().stream().map(a -> Masked.of(a.text())).toList();
    Set<String> names = ModelRequest.names(Sitter.of(shelves, client));
    return switch (phrasing.reword(masked.stream().map(Masked::text).toList(), names)) {
      case Phrasing.Reworded.Failed failed -> Answer.failed(failed.category());
      case Phrasing.Reworded.Done done ->
          new Answer(
              Optional.empty(),
              Optional.of(done.model()),
              Optional.of(done.prompt()),
              checked(asked, masked, done));
    };
  }

  private static List<Worded> checked(
      Rewording asked, List<Masked> masked, Phrasing.Reworded.Done done) {
    var worded = new ArrayList<Worded>();
    for (int i = 0; i < asked.asked().size(); i++) {
      String given = done.sentences().get(i + 1);
      if (given == null) continue; // the program's own words stand
      String text = masked.get(i).shown(given.strip());
      Optional<WordingCheck.Why> why = WordingCheck.of(asked.asked().get(i).text(), text);
      worded.add(new Worded(i, why.isEmpty() ? Optional.of(text) : Optional.empty(), why));
    }
    return worded;
  }
}
