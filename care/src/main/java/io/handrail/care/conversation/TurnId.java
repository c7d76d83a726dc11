package io.handrail.care.conversation;

import io.handrail.care.clinic.ClientId;

/**
 * The place of a turn in its client's one journal.
 *
 * @param seq counts from 1 without gaps; two writers cannot both take one
 */
public record TurnId(ClientId client, long seq) {
  public TurnId next() {
    return new TurnId(client, seq + 1);
  }

  @Override
  public String toString() {
    return client + "/" + seq;
  }
}
