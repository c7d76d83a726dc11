package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.access.Access;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The one door to a client. What is foreign and what does not exist look the same from here. */
@Singleton
public class Gate {
  private final Shelves shelves;

  Gate(Shelves shelves) {
    this.shelves = shelves;
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
    return switch (Access.may(actor, act, client)) {
      case Access.Allowed allowed -> true;
      case Access.Denied denied -> false;
    };
  }
}
