package io.handrail.chatbot.alert;

import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Standing;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.review.RiskQueue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who could be told in one clinic, read once for a pass.
 *
 * @param clients a client who cannot be read is not among them, and the next people are told
 */
record People(
    Rota rota,
    ZoneId zone,
    Map<StaffId, String> addresses,
    Map<ClientId, Client> clients,
    Set<Channel> ways) {

  static People of(
      ClinicId clinic, List<RiskQueue.Entry> open, Shelves shelves, List<Channel> ways) {
    Optional<Clinic> found = shelves.clinics().get(clinic);
    Map<StaffId, String> addresses =
        shelves.staff().get(found.map(Clinic::staff).orElse(List.of())).values().stream()
            .filter(member -> !member.email().isBlank())
            .collect(Collectors.toMap(Staff::id, Staff::email));
    Map<ClientId, Client> clients = new HashMap<>();
    open.stream()
        .map(RiskQueue.Entry::client)
        .distinct()
        .forEach(client -> client(client, shelves).ifPresent(read -> clients.put(client, read)));
    return new People(
        found.map(Clinic::rota).orElse(Rota.NOBODY),
        found.map(Clinic::zone).orElse(ZoneOffset.UTC),
        addresses,
        clients,
        Set.copyOf(ways));
  }

  private static Optional<Client> client(ClientId client, Shelves shelves) {
    try {
      return shelves.clients().get(client);
    } catch (StoreFault e) {
      if (e.category() == StoreFault.Category.UNREACHABLE) throw e;
      return Optional.empty();
    }
  }

  Standing standing(ClientId client, Instant now) {
    Optional<Client> known = Optional.ofNullable(clients.get(client));
    return new Standing(
        known.flatMap(Client::clinician),
        known.flatMap(c -> c.coveredAt(now)),
        rota,
        addresses.keySet(),
        ways,
        zone);
  }

  Optional<String> address(StaffId person) {
    return Optional.ofNullable(addresses.get(person));
  }
}
