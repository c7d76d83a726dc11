package io.handrail.care.mongo;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Turns for tests. */
final class Journal {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private Journal() {}

  static Turn open(ClientId client, long seq) {
    return open(client, seq, "I keep thinking that it will go wrong.");
  }

  static Turn open(ClientId client, long seq, String words) {
    return new Turn(
        new TurnId(client, seq),
        new ConversationId("sitting"),
        AT,
        new Opening.Said(new MessageId("message-" + seq), words),
        Screening.NOTHING_SAID,
        List.of(),
        State.FIRST,
        List.of(),
        Optional.empty());
  }

  static Turn closed(Turn turn) {
    var closing = new Closing(AT, new Outcome.Scripted("model_off"), Provenance.NONE);
    return turn.closed(closing, turn.state());
  }

  /** Writes turns 1 to {@code length}, opened as closed. */
  static void fill(StoredShelves shelves, ClientId client, int length) {
    for (long seq = 1; seq <= length; seq++) shelves.turns().open(closed(open(client, seq)));
  }

  /** The same for a client who has nothing yet, made in memory and put into the store at once. */
  static void copy(Documents into, KeyEncryptionKey key, ClientId client, int length) {
    var made = new InMemoryDocuments();
    fill(new StoredShelves(made, key), client, length);
    try (var copiers = Executors.newFixedThreadPool(8)) {
      for (String collection : List.of(KeyRing.COLLECTION, JournalEnd.HEADS, JournalEnd.TURNS)) {
        made.forEach(collection, d -> copiers.submit(() -> into.insert(collection, d)));
      }
    }
  }
}
