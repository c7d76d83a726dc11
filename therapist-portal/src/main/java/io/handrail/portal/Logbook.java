package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Staff;
import io.handrail.care.review.Readings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes down who opened what of a client's log, and tells it. */
@Singleton
public class Logbook {
  private final Shelves shelves;
  private final Frames frames;

  Logbook(Shelves shelves, Frames frames) {
    this.shelves = shelves;
    this.frames = frames;
  }

  /** Somebody opened these entries in the course of care, as the client's clinician or for them. */
  public void opened(StaffActor actor, Client client, long from, long to) {
    boolean own = client.clinician().filter(actor.id()::equals).isPresent();
    opened(actor, client, from, to, own ? Readings.Why.CARE : Readings.Why.COVER);
  }

  public void opened(StaffActor actor, Client client, long from, long to, Readings.Why why) {
    if (to < from) return;
    Instant now = frames.now();
    String name = shelves.staff().get(actor.id()).map(Staff::name).orElse("");
    var reading = new Readings.Reading(actor.id(), name, now, from, to, why);
    shelves
        .readings()
        .change(
            new OfClient<>(client.id(), Readings.month(now)),
            Readings.EMPTY,
            readings -> readings.with(reading));
  }

  /** This month's and the last month's, newest first. */
  public List<Readings.Reading> of(Client client, int most) {
    Instant now = frames.now();
    Instant last = now.atOffset(ZoneOffset.UTC).minusMonths(1).toInstant();
    var all = new ArrayList<Readings.Reading>();
    for (Instant month : List.of(now, last)) {
      shelves
          .readings()
          .get(new OfClient<>(client.id(), Readings.month(month)))
          .ifPresent(readings -> all.addAll(readings.readings()));
    }
    return all.stream().limit(most).toList();
  }
}
