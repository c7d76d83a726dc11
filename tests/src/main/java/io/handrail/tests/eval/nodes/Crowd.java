package io.handrail.tests.eval.nodes;

import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Clients who write to whichever program answers: some again and again until each message is
 * answered whole, some once, and they never come back.
 */
final class Crowd {
  static final String DANGER = "I want to kill myself";
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(90);
  private static final int CONFLICT = 409;

  private final List<String> chats;
  private final List<Thread> people = new ArrayList<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final List<String> contradictions =
      java.util.Collections.synchronizedList(new ArrayList<>());
  private volatile boolean over;

  /**
   * @param chats the addresses of all programs, running or not
   */
  Crowd(List<String> chats) {
    this.chats = List.copyOf(chats);
  }

  /** Ids of the messages that were answered to their end. */
  Set<String> answered() {
    return answered;
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  void stays(SignIn who, long seed) {
    people.add(Thread.ofVirtual().start(() -> writeOn(who, new Random(seed))));
  }

  /** One after the other, a few seconds apart, each with one message and no second try. */
  void passBy(List<SignIn> all, Duration apart, long seed) {
    people.add(
        Thread.ofVirtual()
            .start(() -> {
              var random = new Random(seed);
              for (SignIn who : all) {
                if (over) return;
                Thread.ofVirtual().start(() -> once(who, random.nextInt(chats.size())));
                pause((long) (apart.toMillis() * (0.5 + random.nextDouble())));
              }
            }));
  }

  private void once(SignIn who, int at) {
    for (int tried = 0; tried < chats.size(); tried++) {
      try (Device device = Device.signedIn(chats.get((at + tried) % chats.size()), who)) {
        String id = UUID.randomUUID().toString();
        if (device.say(id, DANGER).whole()) answered.add(id);
        return;
      } catch (Device.NoAnswer | IllegalStateException e) {
        // This program is down or dies now; before a message was sent, the next one is tried.
        if (tried > 0) return;
      }
    }
  }

  private void writeOn(SignIn who, Random random) {
    Map<String, Device> devices = new HashMap<>();
    int at = random.nextInt(chats.size());
    for (int i = 0; !over; i++) {
      String id = UUID.randomUUID().toString();
      String text =
          random.nextInt(3) == 0 ? DANGER : "They looked away when I came in, number " + i;
      while (!said(devices, chats.get(at), who, id, text)) {
        at = (at + 1) % chats.size();
        pause(300);
        if (over && random.nextInt(4) == 0) return; // leaves the device there
      }
      pause(400 + random.nextInt(1600));
    }
    devices.values().forEach(Device::close);
  }

  private boolean said(
      Map<String, Device> devices, String chat, SignIn who, String id, String text) {
    try {
      Device device = devices.computeIfAbsent(chat, at -> Device.signedIn(at, who));
      Device.Reply reply = device.say(id, text);
      if (reply.status() == CONFLICT || reply.status() >= 500) return false;
      if (reply.status() != 200) contradictions.add("a message was answered " + reply.status());
      if (!reply.whole()) return false;
      answered.add(id);
      return true;
    } catch (Device.NoAnswer | IllegalStateException e) {
      return false;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody begins anything new; whoever waits for an answer waits a while. */
  void leave() {
    over = true;
    for (Thread person : people) {
      try {
        person.join(LEAVE_WITHIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
