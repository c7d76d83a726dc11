package io.handrail.tests.eval;

import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.SignIn;

/** The running product, over HTTP: a person sees what its page carries. */
final class OnThePage implements Meeting {
  private final String chat;
  private final SignIn who;
  private Device device;

  OnThePage(String chat, SignIn who) {
    this.chat = chat;
    this.who = who;
    this.device = Device.signedIn(chat, who);
  }

  @Override
  public Asked begin(String protocol) {
    return Asked.of(whole(device.tap("start:" + protocol)));
  }

  @Override
  public Asked say(String text) {
    return Asked.of(whole(device.say(text)));
  }

  @Override
  public Asked tap(String move, String label) {
    return Asked.of(whole(device.tap(move)));
  }

  @Override
  public void leave() {
    device.close();
    device = Device.signedIn(chat, who);
  }

  @Override
  public void close() {
    device.close();
  }

  private static Device.Reply whole(Device.Reply reply) {
    if (!reply.whole()) throw new IllegalStateException("a turn did not end: " + reply.status());
    return reply;
  }
}
