package io.handrail.care.mongo;

import io.handrail.care.Shelf;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.conversation.Turns;
import io.handrail.care.mongo.Documents.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Journals as one sealed document a turn, named {@code clinic/client/000000012}. Opening is an
 * insert, so two writers cannot both take a place; appending and closing are compare-and-set.
 */
final class JournalTurns implements Turns {
  private static final String KIND = JournalEnd.TURNS;
  private static final int TRIES_MAX = 20;
  private static final int TURNS_REMEMBERED = 512;
  private static final int OPEN_TURNS_REMEMBERED = 1_024;

  private final Documents documents;
  private final JournalEnd end;
  private final SealedValues<Turn> values;

  /** Open turns as last written here, to spare a read; a stale one loses its compare-and-set. */
  private final Recent<TurnId, Stored> underWay = new Recent<>(OPEN_TURNS_REMEMBERED);

  private record Stored(long version, Turn turn) {}

  JournalTurns(Documents documents, Sealer sealer) {
    this.documents = documents;
    this.values = new SealedValues<>(KIND, Turn.class, sealer, TURNS_REMEMBERED);
    this.end = new JournalEnd(documents);
  }

  @Override
  public List<Turn> last(ClientId client, int most) {
    return most < 1 ? List.of() : opened(client, end.last(client, most).values());
  }

  @Override
  public List<Turn> between(ClientId client, long from, long to) {
    return opened(client, end.between(client, from, to).values());
  }

  @Override
  public Optional<Turn> get(TurnId id) {
    return documents.get(KIND, JournalEnd.id(id)).map(d -> opened(id.client(), d));
  }

  @Override
  public boolean open(Turn turn) {
    TurnId id = turn.id();
    if (!end.follows(id)) throw new IllegalArgumentException("a journal has no gaps");
    end.opening(id);
    var first = new Stored(1, turn);
    if (!documents.insert(KIND, sealed(first))) return false;
    end.opened(id);
    if (turn.open()) underWay.put(id, first);
    return true;
  }

  @Override
  public void append(TurnId id, List<Line> lines) {
    Optional<Stored> now = underWay.get(id);
    for (int tried = 0; tried < TRIES_MAX; tried++) {
      Stored stored = now.orElseGet(() -> stored(id));
      if (!stored.turn().open()) throw new IllegalStateException("the turn is closed");
      if (replaced(stored, stored.turn().showing(lines))) return;
      now = Optional.empty();
    }
    throw contended();
  }

  @Override
  public boolean close(Turn turn) {
    if (turn.open()) throw new IllegalArgumentException("the turn has no closing");
    Optional<Stored> now = underWay.get(turn.id());
    for (int tried = 0; tried < TRIES_MAX; tried++) {
      Stored stored = now.orElseGet(() -> stored(turn.id()));
      if (!stored.turn().open()) return false;
      if (!beginsWith(turn.shown(), stored.turn().shown())) {
        throw new IllegalArgumentException("a closing keeps the lines that were shown");
      }
      if (replaced(stored, turn)) {
        end.closed(turn.id());
        return true;
      }
      now = Optional.empty();
    }
    throw contended();
  }

  @Override
  public void erase(ClientId client, long last) {
    end.erase(client, last);
  }

  @Override
  public List<TurnId> unfinished() {
    var open = new ArrayList<TurnId>();
    end.forEachLast((client, document) -> {
      Turn turn = opened(client, document);
      if (turn.open()) open.add(turn.id());
    });
    return open;
  }

  @Override
  public List<ClientId> journals() {
    var all = new ArrayList<ClientId>();
    end.forEachLast((client, document) -> all.add(client));
    return all;
  }

  private boolean replaced(Stored before, Turn turn) {
    var next = new Stored(before.version() + 1, turn);
    boolean done = documents.replace(KIND, sealed(next), before.version());
    if (done && turn.open()) underWay.put(turn.id(), next);
    else underWay.remove(turn.id());
    return done;
  }

  private static boolean beginsWith(List<Line> all, List<Line> first) {
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }

  private Stored stored(TurnId id) {
    Document document =
        documents.get(KIND, JournalEnd.id(id)).orElseThrow(() -> new Shelf.Missing(KIND));
    return new Stored(document.version(), opened(id.client(), document));
  }

  private List<Turn> opened(ClientId client, Collection<Document> documents) {
    return documents.stream().map(d -> opened(client, d)).toList();
  }

  private Turn opened(ClientId client, Document document) {
    return values.open(Owner.of(client), document);
  }

  private Document sealed(Stored stored) {
    TurnId id = stored.turn().id();
    return values.seal(Owner.of(id.client()), JournalEnd.id(id), stored.version(), stored.turn());
  }

  private static StoreFault contended() {
    return new StoreFault(Category.CONTENDED, "a turn was changed by others all the time");
  }
}
