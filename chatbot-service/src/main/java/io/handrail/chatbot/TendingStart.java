package io.handrail.chatbot;

import io.handrail.chatbot.turn.Tending;
import io.handrail.web.up.HouseOpened;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;

/** Lets what persons left open in chats be seen to once the house is open. */
@Singleton
class TendingStart implements ApplicationEventListener<HouseOpened> {
  private final Tending tending;

  TendingStart(Tending tending) {
    this.tending = tending;
  }

  @Override
  public void onApplicationEvent(HouseOpened event) {
    tending.start();
  }
}
