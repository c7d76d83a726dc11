package io.handrail.portal.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.NameIndex;
import io.handrail.care.clinic.Roll;
import io.handrail.portal.Gate;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds clients of a clinic by name, by the index; only a clinic older than it is read through. */
@Singleton
class NameSearch {
  private static final Logger LOG = LoggerFactory.getLogger(NameSearch.class);

  /** More than this and the name wants another letter. */
  static final int FOUND_MAX = 50;

  /** How many clients are read at once. */
  private static final int AT_ONCE = 50;

  private final Shelves shelves;
  private final Gate gate;
  private final Roll roll;
  private final NameIndex index;
  private final Set<ClinicId> building = ConcurrentHashMap.newKeySet();

  NameSearch(Shelves shelves, Gate gate) {
    this.shelves = shelves;
    this.gate = gate;
    this.roll = new Roll(shelves);
    this.index = new NameIndex(shelves);
  }

  /** Those who have words in their name that begin so, the latest enrolled first. */
  List<Client> of(StaffActor actor, String name) {
    return found(actor, name, FOUND_MAX);
  }

  private List<Client> found(StaffActor actor, String name, int most) {
    var found = new ArrayList<Client>();
    var batch = new ArrayList<ClientId>();
    var ids = candidates(actor.clinic(), name).iterator();
    while (found.size() < most && (ids.hasNext() || !batch.isEmpty())) {
      while (batch.size() < AT_ONCE && ids.hasNext()) batch.add(ids.next());
      seen(actor, batch).stream()
          .filter(client -> NameIndex.fits(client.name(), name))
          .limit(most - found.size())
          .forEach(found::add);
      batch.clear();
    }
    return found;
  }

  List<Client> seen(StaffActor actor, List<ClientId> ids) {
    return shelves.clients().get(ids).values().stream()
        .filter(client -> gate.may(actor, Act.SEE_ENROLMENT, client))
        .toList();
  }

  private Stream<ClientId> candidates(ClinicId id, String name) {
    Optional<Stream<ClientId>> indexed = index.find(id, name);
    if (indexed.isPresent()) return indexed.get();
    build(id);
    Clinic clinic = shelves.clinics().get(id).orElseThrow();
    int pages = Roll.pages(clinic);
    return IntStream.range(0, pages)
        .map(i -> pages - 1 - i)
        .boxed()
        .flatMap(page -> roll.page(clinic, page).reversed().stream());
  }

  /** Once, beside the search that found it missing. */
  private void build(ClinicId clinic) {
    if (!building.add(clinic)) return;
    Thread.ofVirtual()
        .name("names")
        .start(() -> {
          try {
            index.build(clinic);
          } catch (RuntimeException e) {
            LOG.error("names are not indexed: {}", e.getClass().getSimpleName());
          } finally {
            building.remove(clinic);
          }
        });
  }

  /** Those of the names that a client has already, in lower case. */
  Set<String> namesAmong(StaffActor actor, List<String> names) {
    Set<String> wanted =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    var found = new HashSet<String>();
    if (index.find(actor.clinic(), "").isEmpty()) {
      found(actor, "", Integer.MAX_VALUE).stream()
          .map(client -> client.name().toLowerCase(Locale.ROOT))
          .filter(wanted::contains)
          .forEach(found::add);
      return found;
    }
    for (String name : wanted) {
      boolean here =
          found(actor, name, Integer.MAX_VALUE).stream()
              .anyMatch(client -> client.name().toLowerCase(Locale.ROOT).equals(name));
      if (here) found.add(name);
    }
    return found;
  }
}
