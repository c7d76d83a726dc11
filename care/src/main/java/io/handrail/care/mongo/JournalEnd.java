package io.handrail.care.mongo;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.mongo.Documents.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/**
 * Finds the last turn of a client's journal without a query. A journal has no gaps, so its end is
 * where turns stop being there; a hint says where to start looking, and any hint is good enough:
 * the end is always looked for, never believed.
 *
 * <p>The hint is remembered in the process and kept in a head document, one a client, whose version
 * is the sequence it points at. It is written before a client's first turn, so that whoever has a
 * turn has a head, and then with every eighth closing.
 */
final class JournalEnd {
  static final String HEADS = "heads";
  static final String TURNS = "turns";
  private static final int HEAD_EVERY = 8;

  /**
   * How far past the hint one read looks: one more than a head is behind in the ordinary course.
   */
  private static final int AHEAD = HEAD_EVERY + 1;

  private static final int CLIENTS_A_READ = Documents.KEYS_MAX / (AHEAD + 1);
  private static final int REMEMBERED_MAX = 16_384;
  private static final byte[] NOTHING = {};

  private final Documents documents;
  private final Recent<ClientId, Long> remembered = new Recent<>(REMEMBERED_MAX);

  JournalEnd(Documents documents) {
    this.documents = documents;
  }

  static String id(TurnId turn) {
    return turn.client() + "/" + String.format("%09d", turn.seq());
  }

  private static String id(ClientId client, long seq) {
    return id(new TurnId(client, seq));
  }

  /** The last {@code most} turns by sequence; one read for a client seen lately, else two. */
  NavigableMap<Long, Document> last(ClientId client, int most) {
    long hint = remembered.get(client).orElseGet(() -> head(client));
    var window = between(client, hint - most + 1, hint + AHEAD);
    long end = window.isEmpty() ? 0 : window.lastKey();
    boolean behind = end == hint + AHEAD;
    boolean beyond = end == 0 && hint > 0;
    if (behind || beyond) {
      end = search(client, end);
      window = between(client, end - most + 1, end);
    }
    remembered.put(client, end);
    return completed(client, Math.max(1, end - most + 1), end, window);
  }

  /** Turns by sequence, both ends inclusive; the missing left out. */
  NavigableMap<Long, Document> between(ClientId client, long from, long to) {
    var found = new TreeMap<Long, Document>();
    for (long at = Math.max(1, from); at <= to; at += Documents.KEYS_MAX) {
      long last = Math.min(to, at + Documents.KEYS_MAX - 1);
      found.putAll(read(client, LongStream.rangeClosed(at, last).boxed().toList()));
    }
    return found;
  }

  private NavigableMap<Long, Document> completed(
      ClientId client, long from, long end, NavigableMap<Long, Document> window) {
    if (end == 0) return new TreeMap<>();
    var all = new TreeMap<>(window.subMap(from, true, end, true));
    long first = all.isEmpty() ? end + 1 : all.firstKey();
    if (first > from) all.putAll(between(client, from, first - 1));
    return all;
  }

  /**
   * Looks for the end from any turn that is there, or from 0: in leaps that double, then by cutting
   * the rest into 50. A journal of a million turns takes five reads.
   */
  private long search(ClientId client, long from) {
    var leaps = LongStream.range(0, 40).map(i -> from + (1L << i)).boxed().toList();
    var found = read(client, leaps);
    long low = found.isEmpty() ? from : found.lastKey();
    long reached = low;
    long high = leaps.stream().filter(seq -> seq > reached).findFirst().orElseThrow();
    while (high - low > 1) {
      List<Long> cuts = cuts(low, high);
      var there = read(client, cuts);
      if (!there.isEmpty()) low = there.lastKey();
      long now = low;
      high = cuts.stream().filter(seq -> seq > now).findFirst().orElse(high);
    }
    return low;
  }

  /** At most 50 places between the two, evenly spread. */
  private static List<Long> cuts(long low, long high) {
    long stride = Math.max(1, Math.ceilDiv(high - low, Documents.KEYS_MAX));
    return LongStream.iterate(low + stride, seq -> seq < high, seq -> seq + stride)
        .boxed()
        .toList();
  }

  private NavigableMap<Long, Document> read(ClientId client, List<Long> seqs) {
    var found = new TreeMap<Long, Document>();
    documents
        .get(TURNS, seqs.stream().map(seq -> id(client, seq)).toList())
        .values()
        .forEach(d -> found.put(seqOf(d), d));
    return found;
  }

  private static long seqOf(Document turn) {
    return Long.parseLong(turn.id().substring(turn.id().lastIndexOf('/') + 1));
  }

  /** True when the turn before this one is there, so that opening it leaves no gap. */
  boolean follows(TurnId turn) {
    if (turn.seq() == 1) return true;
    long before = turn.seq() - 1;
    return remembered.get(turn.client()).filter(end -> end == before).isPresent()
        || documents.get(TURNS, id(turn.client(), before)).isPresent();
  }

  void opening(TurnId turn) {
    if (turn.seq() > 1) return;
    documents.insert(HEADS, new Document(turn.client().toString(), 1, NOTHING));
  }

  void opened(TurnId turn) {
    remembered.put(turn.client(), turn.seq());
  }

  void closed(TurnId turn) {
    if (turn.seq() % HEAD_EVERY != 0) return;
    String id = turn.client().toString();
    long now = head(turn.client());
    var next = new Document(id, turn.seq(), NOTHING);
    // Losing this race, or the whole write, only makes the hint older.
    if (now == 0) documents.insert(HEADS, next);
    else if (now < turn.seq()) documents.replace(HEADS, next, now);
  }

  /** The head goes first, so that a start in between finds nobody to recover. */
  void erase(ClientId client, long last) {
    documents.delete(HEADS, client.toString());
    remembered.remove(client);
    for (long seq = 1; seq <= last + HEAD_EVERY; seq++) documents.delete(TURNS, id(client, seq));
    remembered.remove(client);
  }

  private long head(ClientId client) {
    return documents.get(HEADS, client.toString()).map(Document::version).orElse(0L);
  }

  /** Hands over the last turn of every client. For recovery on start only. */
  void forEachLast(BiConsumer<ClientId, Document> each) {
    var heads = new ArrayList<Document>();
    documents.forEach(HEADS, heads::add);
    for (int from = 0; from < heads.size(); from += CLIENTS_A_READ) {
      var few = heads.subList(from, Math.min(heads.size(), from + CLIENTS_A_READ));
      var ids = new ArrayList<String>();
      for (Document head : few) {
        ClientId client = ClientId.parse(head.id());
        for (int i = 0; i <= AHEAD; i++) ids.add(id(client, head.version() + i));
      }
      var found = documents.get(TURNS, ids);
      for (Document head : few) {
        ClientId client = ClientId.parse(head.id());
        lastAmong(client, head.version(), found).ifPresent(d -> each.accept(client, d));
      }
    }
  }

  private Optional<Document> lastAmong(ClientId client, long hint, Map<String, Document> found) {
    for (int i = AHEAD - 1; i >= 0; i--) {
      Document turn = found.get(id(client, hint + i));
      boolean isLast = turn != null && !found.containsKey(id(client, hint + i + 1));
      if (isLast) return Optional.of(turn);
    }
    return last(client, 1).values().stream().findFirst();
  }
}
