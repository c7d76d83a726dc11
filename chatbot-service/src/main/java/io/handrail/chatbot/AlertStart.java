package io.handrail.chatbot;

import io.handrail.chatbot.alert.AlertPost;
import io.handrail.web.up.HouseOpened;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;

/** Lets the chain of people begin once the house is open. */
@Singleton
class AlertStart implements ApplicationEventListener<HouseOpened> {
  private final AlertPost post;

  AlertStart(AlertPost post) {
    this.post = post;
  }

  @Override
  public void onApplicationEvent(HouseOpened event) {
    post.start();
  }
}
