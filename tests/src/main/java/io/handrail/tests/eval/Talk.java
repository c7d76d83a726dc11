package io.handrail.tests.eval;

import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.SignIn;

/** One person working on one exercise, over HTTP, until it ends or they give up. */
final class Talk {
  /** More than any exercise takes; who is still at it then has not come to the end. */
  private static final int TURNS = 90;

  private final String chat;
  private final SignIn who;

  Talk(String chat, SignIn who) {
    this.chat = chat;
    this.who = who;
  }

  /** Begins the exercise and goes on until there is nothing more to answer. */
  void through(String protocol, Mind mind) {
    Device device = Device.signedIn(chat, who);
    try {
      Asked page = Asked.of(whole(device.tap("start:" + protocol)));
      for (int i = 0; i < TURNS && !over(page); i++) {
        Act act = mind.act(page);
        if (act instanceof Act.Leave) {
          device.close();
          device = Device.signedIn(chat, who);
          page = Asked.of(whole(device.tap("start:" + protocol)));
        } else {
          page = Asked.of(whole(sent(device, act)));
        }
      }
    } finally {
      device.close();
    }
  }

  private static boolean over(Asked page) {
    return !page.waits() && !page.mode().equals("asked");
  }

  private static Device.Reply sent(Device device, Act act) {
    return switch (act) {
      case Act.Say(String text) -> device.say(text);
      case Act.Tap(String move, String label) -> device.tap(move);
      case Act.Leave leave -> throw new IllegalStateException("nothing is sent on leaving");
    };
  }

  private static Device.Reply whole(Device.Reply reply) {
    if (!reply.whole()) throw new IllegalStateException("a turn did not end: " + reply.status());
    return reply;
  }
}
