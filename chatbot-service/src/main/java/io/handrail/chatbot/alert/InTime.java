package io.handrail.chatbot.alert;

import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A courier that is given up on when it takes too long, however slowly the other end drips. */
record InTime(Courier courier, Duration most) implements Courier {
  @Override
  public Channel channel() {
    return courier.channel();
  }

  @Override
  public Optional<Fault> carry(Letter letter) {
    var way = new FutureTask<>(() -> courier.carry(letter));
    Thread.ofVirtual().name("alert-" + courier.channel()).start(way);
    try {
      return way.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      way.cancel(true);
      return Optional.of(Fault.SLOW);
    } catch (ExecutionException e) {
      return Optional.of(Fault.UNREACHABLE);
    } catch (InterruptedException e) {
      way.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.of(Fault.SLOW);
    }
  }
}
