package io.handrail.chatbot.alert;

import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A courier that keeps what it is given, and fails when it is told to. */
final class Bag implements Courier {
  final List<Letter> taken = new ArrayList<>();
  Optional<Fault> fault = Optional.empty();
  Runnable meanwhile = () -> {};
  private final Channel channel;

  Bag(Channel channel) {
    this.channel = channel;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Optional<Fault> carry(Letter letter) {
    if (fault.isEmpty()) taken.add(letter);
    meanwhile.run();
    return fault;
  }

  /** The addresses in the order of telling. */
  List<String> addresses() {
    return taken.stream().map(letter -> letter.address().orElse("-")).toList();
  }
}
