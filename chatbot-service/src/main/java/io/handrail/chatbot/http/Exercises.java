package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Step;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client may start: active protocols that the plan permits and nothing speaks against. */
@Singleton
class Exercises {
  private final Shelves shelves;
  private final Protocols protocols;

  Exercises(Shelves shelves, Protocols protocols) {
    this.shelves = shelves;
    this.protocols = protocols;
  }

  /**
   * One exercise on offer.
   *
   * @param about one line on what it is for
   * @param minutes how long it takes, about
   * @param piece true for a short read
   */
  public record Offer(String protocol, String title, String about, int minutes, boolean piece) {}

  List<Offer> permitted(Visit visit) {
    Optional<CarePlan> plan = shelves.plans().get(visit.id());
    if (plan.isEmpty()) return List.of();
    return protocols.active().stream()
        .filter(protocol ->
            plan.get().permits(protocol)
                || (protocol.shown().kind() == Protocol.Kind.PIECE
                    && !plan.get().contraindicated(protocol)))
        .map(protocol -> offer(protocol, visit.language()))
        .toList();
  }

  /** A short read, with its text in the client's language. */
  Optional<Piece> piece(String name, String wished) {
    return protocols
        .active(name)
        .filter(protocol -> protocol.shown().kind() == Protocol.Kind.PIECE)
        .map(protocol -> piece(protocol, spoken(protocol, wished)));
  }

  private static Piece piece(Protocol protocol, String language) {
    var paragraphs = new ArrayList<String>();
    var question = "";
    for (Step step : protocol.steps()) {
      if (!(step instanceof Step.Question q) || q.before().isEmpty()) continue;
      paragraphs.add(q.before().getFirst().say().in(language).getFirst().source());
      question = q.ask().in(language).getFirst().source();
    }
    return new Piece(offer(protocol, language), paragraphs, question);
  }

  /** A short read, whole, with the question at its end. */
  public record Piece(Offer offer, List<String> paragraphs, String question) {
    public Piece {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  String title(String name, String language) {
    return protocols.active(name).map(p -> p.title(spoken(p, language))).orElse(name);
  }

  /** A protocol that does not speak the client's language is offered in English, if in that. */
  private static String spoken(Protocol protocol, String language) {
    return protocol.languages().contains(language) ? language : "en";
  }

  private static Offer offer(Protocol protocol, String wished) {
    String language = spoken(protocol, wished);
    return new Offer(
        protocol.ref().name(),
        protocol.title(language),
        protocol.summary(language),
        protocol.minutes(),
        protocol.shown().kind() == Protocol.Kind.PIECE);
  }
}
