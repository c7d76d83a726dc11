package io.handrail.chatbot.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that keeps the call's deadlines and limit of bytes. Between the
 * network and the reader lies a short queue; the network is asked for more only when one is taken.
 */
final class Body extends InputStream implements BodySubscriber<Body> {
  private static final int AHEAD = 8;
  private static final List<ByteBuffer> END = List.of();
  private static final List<ByteBuffer> CUT = List.of(ByteBuffer.allocate(0));

  private final Call call;
  private final int bytesMax;
  // Two more than is ever asked for: the end, and a cut after it.
  private final BlockingQueue<List<ByteBuffer>> queue = new ArrayBlockingQueue<>(AHEAD + 2);
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
  private Iterator<ByteBuffer> buffers = List.<ByteBuffer>of().iterator();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private boolean ended;
  private int bytes;

  Body(Call call, int bytesMax) {
    this.call = call;
    this.bytesMax = bytesMax;
  }

  @Override
  public CompletionStage<Body> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    if (subscription.complete(given)) given.request(AHEAD);
    else given.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    queue.add(item);
  }

  @Override
  public void onError(Throwable error) {
    queue.offer(CUT);
  }

  @Override
  public void onComplete() {
    queue.offer(END);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (!current.hasRemaining()) {
      if (call.over() || !advance()) return -1;
    }
    int count = Math.min(length, current.remaining());
    current.get(into, offset, count);
    bytes += count;
    if (bytes > bytesMax) throw stop(Fault.INVALID);
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** To the next buffer; false at the end. */
  private boolean advance() throws IOException {
    while (!buffers.hasNext()) {
      if (ended) return false;
      Optional<List<ByteBuffer>> item = awaited();
      if (item.isEmpty()) return false;
      if (item.get() == CUT) throw stop(Fault.DOWN);
      ended = item.get() == END;
      buffers = item.get().iterator();
      if (!ended) subscription.join().request(1);
    }
    current = buffers.next();
    return true;
  }

  private Optional<List<ByteBuffer>> awaited() throws IOException {
    try {
      List<ByteBuffer> item = queue.poll(Math.max(0, call.leftNanos()), TimeUnit.NANOSECONDS);
      if (item != null) return Optional.of(item);
      if (call.answered()) return Optional.empty();
      throw stop(Fault.TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.interrupt();
      throw new IOException("interrupted");
    }
  }

  private IOException stop(Fault why) {
    call.fail(why);
    return new IOException(why.category());
  }

  /**
   * Ends the connection, unless the answer came to its own end. The server sees the end at once;
   * the JDK's client frees the socket itself within its next three seconds.
   */
  @Override
  public void close() {
    if (ended) return;
    ended = true;
    if (!subscription.completeExceptionally(new IOException("closed"))
        && !subscription.isCompletedExceptionally()) {
      subscription.join().cancel();
    }
  }
}
