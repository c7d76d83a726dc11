package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** What a client may start: active protocols that the plan permits. */
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
   */
  public record Offer(String protocol, String title, String about, int minutes) {}

  List<Offer> permitted(Visit visit) {
    Set<String> names = shelves.plans().get(visit.id()).map(CarePlan::protocols).orElse(Set.of());
    return protocols.active().stream()
        .filter(protocol -> names.contains(protocol.ref().name()))
        .map(protocol -> offer(protocol, visit.language()))
        .toList();
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
        protocol.minutes());
  }
}
