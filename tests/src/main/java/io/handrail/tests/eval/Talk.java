package io.handrail.tests.eval;

/** One person working on one exercise until it ends or they give up. */
final class Talk {
  /** More than any exercise takes; who is still at it then has not come to the end. */
  private static final int TURNS = 90;

  private final Meeting meeting;

  Talk(Meeting meeting) {
    this.meeting = meeting;
  }

  /** Begins the exercise and goes on until there is nothing more to answer. */
  void through(String protocol, Mind mind) {
    Asked page = meeting.begin(protocol);
    for (int i = 0; i < TURNS && !over(page); i++) {
      page =
          switch (mind.act(page)) {
            case Act.Say(String text) -> meeting.say(text);
            case Act.Tap(String move, String label) -> meeting.tap(move, label);
            case Act.Leave leave -> {
              meeting.leave();
              yield meeting.begin(protocol);
            }
          };
    }
  }

  private static boolean over(Asked page) {
    return !page.waits() && !page.mode().equals("asked");
  }
}
