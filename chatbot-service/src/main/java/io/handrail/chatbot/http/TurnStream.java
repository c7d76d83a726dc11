package io.handrail.chatbot.http;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Watcher;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import reactor.core.publisher.Flux;

/**
 * One arrival on its way through the spine, on a thread of its own: it goes to its end whether or
 * not the device still listens. What is stored is queued here for the device.
 */
final class TurnStream implements Watcher {

  /** How an arrival began. */
  sealed interface Began {
    record Opened() implements Began {}

    record Busy() implements Began {}

    record Failed(RuntimeException fault) implements Began {}
  }

  private sealed interface Item {
    record Event(byte[] bytes) implements Item {}

    record Over() implements Item {}
  }

  private final Visit visit;
  private final Visits visits;
  private final Sse sse;
  private final BlockingQueue<Began> began = new LinkedBlockingQueue<>();
  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();

  private TurnStream(Visit visit, Visits visits, Sse sse) {
    this.visit = visit;
    this.visits = visits;
    this.sse = sse;
  }

  static TurnStream start(
      Visit visit,
      Arrival arrival,
      Conversing conversing,
      Visits visits,
      Sse sse,
      Notices notices) {
    var stream = new TurnStream(visit, visits, sse);
    Thread.ofVirtual()
        .name("turn")
        .start(() -> {
          try {
            conversing.take(visit.id(), arrival, stream);
          } catch (Conversing.Busy e) {
            stream.began.add(new Began.Busy());
          } catch (RuntimeException e) {
            stream.began.add(new Began.Failed(e));
          } finally {
            stream.items.add(new Item.Over());
            notices.ring(visit.id());
          }
        });
    return stream;
  }

  /** Waits until what was said is stored, or cannot be. */
  Began began() throws InterruptedException {
    return began.take();
  }

  @Override
  public void opened(Turn turn) {
    items.add(new Item.Event(sse.opened(visit, turn)));
    began.add(new Began.Opened());
  }

  @Override
  public void shown(Turn turn, int index, Line line) {
    items.add(new Item.Event(sse.line(visit, turn, index, line)));
  }

  @Override
  public void closed(Turn turn) {
    items.add(new Item.Event(sse.closed(visits.again(visit), turn)));
  }

  /** The events as they come. */
  Flux<byte[]> events() {
    return Flux.create(sink ->
        Thread.ofVirtual()
            .name("turn-events")
            .start(() -> {
              try {
                while (!sink.isCancelled()) {
                  switch (items.take()) {
                    case Item.Event(byte[] bytes) -> sink.next(bytes);
                    case Item.Over() -> {
                      sink.complete();
                      return;
                    }
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                sink.complete();
              }
            }));
  }
}
