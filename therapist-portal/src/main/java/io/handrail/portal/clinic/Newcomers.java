package io.handrail.portal.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.FrontDesk.Newcomer;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Makes of what was typed who is invited; everyone begins with every active exercise. */
@Singleton
class Newcomers {
  private final Shelves shelves;
  private final Protocols protocols;

  Newcomers(Shelves shelves, Protocols protocols) {
    this.shelves = shelves;
    this.protocols = protocols;
  }

  Newcomer of(StaffActor actor, InviteForm form) {
    return new Newcomer(
        new ClientId(actor.clinic(), form.id()),
        form.name(),
        form.language(),
        ZoneId.of(form.zone()),
        actor.colleague(form.clinician()),
        protocols.active().stream()
            .filter(p -> p.shown().kind() == Protocol.Kind.EXERCISE)
            .map(p -> p.ref().name())
            .collect(Collectors.toSet()));
  }

  /** Whether these were all enrolled before: the same page, sent a second time. */
  boolean allKnown(StaffActor actor, List<String> ids) {
    List<ClientId> known = ids.stream().map(id -> new ClientId(actor.clinic(), id)).toList();
    return !known.isEmpty() && shelves.clients().get(known).size() == known.size();
  }
}
