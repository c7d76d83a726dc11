package io.handrail.care.review;

import io.handrail.care.conversation.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a client stands where they stand on a caseload. */
public sealed interface Reason {

  /** Where a reason stands in the order of reading; the first place asks for a person first. */
  enum Place {
    RISK,
    HOLD,
    CONCERN,
    LIVE,
    MEASURE,
    SAFETY_PLAN,
    HOMEWORK,
    UNREAD,
    OVERDUE,
    RISING,
    QUIET,
    NEW,
    NOTHING
  }

  Place place();

  /** Exercise work is stopped until a named person releases it. */
  record Held() implements Reason {
    @Override
    public Place place() {
      return Place.HOLD;
    }
  }

  /**
   * Flags that nobody has acknowledged.
   *
   * @param oldest when the one that waits longest was raised
   */
  record OpenFlags(int count, Level highest, Instant oldest) implements Reason {
    @Override
    public Place place() {
      return highest == Level.CRISIS ? Place.RISK : Place.CONCERN;
    }
  }

  /** Proposals and reports that wait for the clinician's word. */
  record HomeworkWaiting(int count) implements Reason {
    @Override
    public Place place() {
      return Place.HOMEWORK;
    }
  }

  /** Steps of the safety plan that the client proposed and nobody has answered. */
  record SafetyPlanWaiting(int steps) implements Reason {
    @Override
    public Place place() {
      return Place.SAFETY_PLAN;
    }
  }

  /**
   * The log goes on past what was read.
   *
   * @param highest the most that any of it asks for
   */
  record Unread(long turns, Level highest) implements Reason {
    @Override
    public Place place() {
      return Place.UNREAD;
    }
  }

  /**
   * The review interval has passed.
   *
   * @param last the last review; empty when there was none yet
   * @param days whole days since it, or since the client was assigned
   */
  record Overdue(Optional<Instant> last, long days) implements Reason {
    @Override
    public Place place() {
      return Place.OVERDUE;
    }
  }

  /**
   * A finished worksheet that nobody has read.
   *
   * @param protocol the name of what was finished
   * @param due by when its file asks for a clinician to read it
   * @param past true once that time is over; before it, it stands with what is unread
   */
  record ToBeRead(String protocol, Instant due, boolean past) implements Reason {
    @Override
    public Place place() {
      return past ? Place.OVERDUE : Place.UNREAD;
    }
  }

  /**
   * The client writes much more than before.
   *
   * @param before messages in the fortnight before the last
   * @param lately messages in the last
   */
  record Rising(int before, int lately) implements Reason {
    @Override
    public Place place() {
      return Place.RISING;
    }
  }

  /** Nothing was heard from the client for a while. */
  record Quiet(long days) implements Reason {
    @Override
    public Place place() {
      return Place.QUIET;
    }
  }

  /** Enrolled, and nothing written yet. */
  record NotStarted(boolean invited, Instant since) implements Reason {
    @Override
    public Place place() {
      return Place.NEW;
    }
  }

  /**
   * A questionnaire came out worse, by more than ordinary ups and downs.
   *
   * @param before the total it is compared with
   */
  record Worse(String instrument, int before, int now) implements Reason {
    @Override
    public Place place() {
      return Place.MEASURE;
    }
  }

  /**
   * A questionnaire was left part way.
   *
   * @param blanks questions that can ask for a person and have no answer: unknown, not fine
   */
  record LeftPartWay(String instrument, Instant since, List<String> blanks) implements Reason {
    public LeftPartWay {
      blanks = List.copyOf(blanks);
    }

    @Override
    public Place place() {
      return Place.MEASURE;
    }
  }

  /** A person writes in the program's place; the chat waits until it is handed back. */
  record TakenOver(Instant since) implements Reason {
    @Override
    public Place place() {
      return Place.LIVE;
    }
  }

  /** A reply that the client waits for until a person says yes. */
  record ReplyWaiting(Instant since) implements Reason {
    @Override
    public Place place() {
      return Place.LIVE;
    }
  }
}
