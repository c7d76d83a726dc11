package io.handrail.care.mongo;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;

/**
 * Whose key seals a document.
 *
 * @param path the id of the wrapped key, and a part of what every ciphertext is bound to
 */
record Owner(String path) {
  /** For what is read before anybody's clinic is known: accounts, sessions, invitations. */
  static final Owner HOUSE = new Owner("house");

  static Owner of(ClinicId clinic) {
    return new Owner("clinic/" + clinic);
  }

  static Owner of(ClientId client) {
    return new Owner("client/" + client);
  }
}
