package io.handrail.chatbot.http;

import io.handrail.care.homework.Homework;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The client's pages on a port, with made-up lives in them, to be looked at in a browser. */
final class Gallery {
  private Gallery() {}

  public static void main(String[] arguments) throws InterruptedException {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8180;
    var ward = new Ward(Clock.systemUTC(), port);
    Instant now = Instant.now();
    Homework walk =
        Homework.proposed(
                "hw-1",
                "Walk to the river after work, even if it is only ten minutes.",
                "Tuesday and Thursday",
                Optional.empty(),
                "Maya Lindqvist",
                now.minusSeconds(400_000))
            .approved(
                "Sam Okafor",
                now.minusSeconds(200_000),
                "Walk to the river after work, even if it is only ten minutes.",
                "Tuesday and Thursday",
                "Good one. Ten minutes counts. Notice what your mood does before and after.");
    ward.homework(Ward.MAYA, walk);
    ward.homework(
        Ward.MAYA,
        Homework.proposed(
            "hw-2",
            "Ask Priya what she meant, before I decide what she meant.",
            "before Friday",
            Optional.empty(),
            "Maya Lindqvist",
            now.minusSeconds(90_000)));
    ward.homework(
        Ward.MAYA,
        walk("hw-3", now)
            .returned(
                "Sam Okafor",
                now.minusSeconds(50_000),
                "You noticed the worry was loudest before the call and gone after. Let us look at"
                    + " that together on Thursday."));
    ward.homework(Ward.MAYA, walk("hw-4", now).read());
    System.out.println("gallery " + ward.url());
    Thread.currentThread().join();
  }

  private static Homework walk(String id, Instant now) {
    return Homework.proposed(
            id,
            "Ring Dad on Sunday and stay on the phone for five minutes.",
            "Sunday",
            Optional.empty(),
            "Maya Lindqvist",
            now.minusSeconds(900_000))
        .approved(
            "Sam Okafor",
            now.minusSeconds(800_000),
            "Ring Dad on Sunday and stay on the phone for five minutes.",
            "Sunday",
            "")
        .done(
            "Maya Lindqvist",
            now.minusSeconds(300_000),
            "Done. It was strange for a minute and then he told me about the dog.");
  }
}
