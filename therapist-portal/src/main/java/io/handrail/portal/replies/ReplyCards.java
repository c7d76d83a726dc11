package io.handrail.portal.replies;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Proposal;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.live.LiveDesk;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frames;
import io.handrail.portal.Spoken;
import io.handrail.portal.replies.RepliesPage.Card;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the cards of waiting replies; the client's own state decides what still waits. */
@Singleton
class ReplyCards {
  private static final int SINCE_MAX = 20;

  private final Shelves shelves;
  private final Frames frames;
  private final LiveDesk desk;

  ReplyCards(Shelves shelves, Frames frames, LiveDesk desk) {
    this.shelves = shelves;
    this.frames = frames;
    this.desk = desk;
  }

  /**
   * @param typed by client id: what was typed and refused
   * @param problems by client id
   */
  List<Card> of(
      List<LiveBoard.Entry> entries, Map<String, String> typed, Map<String, String> problems) {
    var cards = new ArrayList<Card>();
    for (LiveBoard.Entry entry : entries) {
      Optional<Client> client = shelves.clients().get(entry.client());
      Optional<Turn> turn = desk.waiting(entry.client());
      Optional<Proposal> proposal = turn.flatMap(LiveDesk::proposal);
      if (client.isEmpty() || proposal.isEmpty()) continue;
      cards.add(card(client.get(), turn.get(), proposal.get(), typed, problems));
    }
    return cards;
  }

  private Card card(
      Client client,
      Turn turn,
      Proposal proposal,
      Map<String, String> typed,
      Map<String, String> problems) {
    String id = client.id().value();
    String draft = RepliesController.draft(turn).orElse("");
    String again = typed.getOrDefault(id, "");
    return new Card(
        id,
        client.name(),
        ChartHead.of(client, shelves, 0, frames.now()).localTime(),
        turn.id().seq(),
        Spoken.span(Duration.between(turn.openedAt(), frames.now())),
        said(turn),
        again.isEmpty() ? draft : again,
        draft,
        by(proposal),
        proposal.refused(),
        proposal.findings().stream().map(Spoken::plain).toList(),
        turn.closing().map(Closing::provenance).map(ReplyCards::source).orElse(""),
        proposal.happened().stream().flatMap(h -> follows(h).stream()).toList(),
        problems.getOrDefault(id, ""));
  }

  /** What it answers first, then what came since. */
  private List<String> said(Turn turn) {
    long from = turn.id().seq() + 1;
    Stream<Turn> since =
        shelves.turns().between(turn.id().client(), from, from + SINCE_MAX).stream();
    return Stream.concat(Stream.of(turn), since).flatMap(t -> words(t).stream()).toList();
  }

  private static Optional<String> words(Turn turn) {
    if (turn.opening() instanceof Opening.Said said) return Optional.of(said.text());
    return turn.opening() instanceof Opening.Tapped tapped
        ? Optional.of("(tapped) " + tapped.label())
        : Optional.empty();
  }

  private static String by(Proposal proposal) {
    if (proposal.refused().isPresent()) {
      return "The guard refused the model\u2019s draft; this is the script\u2019s wording";
    }
    return proposal
        .model()
        .map(model -> "Phrased by the model " + model)
        .orElseGet(() -> "The script\u2019s wording");
  }

  private static String source(Provenance behind) {
    return Stream.of(
            behind.protocol().map(p -> Spoken.plain(p.name()) + " " + p.version()),
            behind.step().map(step -> "step " + Spoken.plain(step)),
            behind.prompt().map(prompt -> "prompt " + prompt))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" \u00b7 "));
  }

  /** What a yes brings about beside the words. */
  private static Optional<String> follows(Happening happening) {
    return switch (happening) {
      case Happening.Finished finished -> Optional.of("The exercise is finished");
      case Happening.Stopped stopped -> Optional.of("The exercise ends");
      case Happening.HomeworkAgreed homework ->
          Optional.of("Homework is proposed: " + homework.task());
      case Happening.BranchTo branch ->
          Optional.of("It leads to " + Spoken.plain(branch.protocol()));
      case Happening.ApprovalAsked asked -> Optional.of("Your yes is asked for: " + asked.entry());
      case Happening.Added added -> Optional.of("Lines are added to their own plan");
      case Happening.Noted noted -> Optional.empty();
      case Happening.ForClinician asked -> Optional.empty();
      case Happening.Ended ended -> Optional.empty();
    };
  }
}
