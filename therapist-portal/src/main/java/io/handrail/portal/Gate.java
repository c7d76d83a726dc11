package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.access.Access;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.alert.Delivery;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The one door to a client. What is foreign and what does not exist look the same from here. */
@Singleton
public class Gate {
  private final Shelves shelves;
  private final Clock clock;

  Gate(Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.clock = clock;
  }

  /**
   * The client, if the actor may do this.
   *
   * @param value the client's id within the actor's own clinic, as it stands in an address
   */
  public Optional<Client> open(StaffActor actor, Act act, String value) {
    ClientId id;
    try {
      id = actor.client(value);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no id has this shape, so there is no such client
    }
    return shelves.clients().get(id).filter(client -> may(actor, act, client));
  }

  public boolean may(StaffActor actor, Act act, Client client) {
    return allowed(Access.may(actor, act, client, clock.instant()));
  }

  /** True where this person was asked to answer a flag that is carried in this way. */
  public boolean mayAnswerFor(StaffActor actor, Optional<Delivery> carried) {
    return carried.map(delivery -> allowed(Access.mayAnswerFor(actor, delivery))).orElse(false);
  }

  private static boolean allowed(Access access) {
    return switch (access) {
      case Access.Allowed allowed -> true;
      case Access.Denied denied -> false;
    };
  }
}
