package io.handrail.care.safety;

import io.handrail.care.safety.SafetyAnswer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A safety conversation: under way, or the last one. It is a part of the client's state, so each
 * answer is stored in the first write of its turn and the question stands again after a crash.
 *
 * @param flag the flag that its answers belong to
 * @param begun the journal place of the turn that began it
 * @param brief one was held the same day, so less is asked
 * @param waiting the question that waits; empty when it is over
 * @param again the waiting question is asked for the second time
 * @param ended the journal place of the turn that ended it
 * @param resting exercises wait until the client wants them
 */
public record SafetyTalk(
    String flag,
    SafetyTopic topic,
    boolean brief,
    long begun,
    Instant since,
    List<SafetyAnswer> answers,
    Optional<SafetyQuestion> waiting,
    boolean again,
    Optional<Long> ended,
    Optional<Instant> endedAt,
    boolean resting) {
  /** A question left for so long is no longer the one to ask; the flag is with a person. */
  public static final Duration STANDS = Duration.ofHours(24);

  public SafetyTalk {
    answers = List.copyOf(answers);
  }

  /** Where the answers lead. Nothing of it is ever shown as a level of risk. */
  public enum Course {
    /** Every question was answered with a clear no. */
    NO,
    /**
     * A wish, thoughts, self-harm or an earlier attempt, and nothing that asks for more at once.
     */
    YES,
    /** Something was not answered, and is not taken for a no. */
    UNKNOWN,
    /** A person is needed at once. */
    URGENT
  }

  public static SafetyTalk begin(
      String flag, SafetyTopic topic, boolean brief, long turn, Instant now) {
    var talk =
        new SafetyTalk(
            flag,
            topic,
            brief,
            turn,
            now,
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            false);
    return talk.asking(talk.next());
  }

  /** True while its question is to be answered. */
  public boolean stands(Instant now) {
    return waiting.isPresent() && since.plus(STANDS).isAfter(now);
  }

  /** Unclear words: the same question once more. */
  public SafetyTalk repeated() {
    return new SafetyTalk(
        flag, topic, brief, begun, since, answers, waiting, true, ended, endedAt, resting);
  }

  /** The answers of one turn: mostly one; a "no, nothing like that" answers two questions. */
  public SafetyTalk answered(List<SafetyAnswer> given) {
    if (given.isEmpty()) return this;
    var all = new ArrayList<>(answers);
    all.addAll(given);
    var after =
        new SafetyTalk(
            flag, topic, brief, begun, since, all, Optional.empty(), false, ended, endedAt, false);
    SafetyAnswer last = given.getLast();
    boolean urgent = given.stream().anyMatch(SafetyTalk::urgent);
    Optional<SafetyQuestion> next = urgent ? Optional.empty() : after.next();
    return next.isPresent() ? after.asking(next) : after.over(last.turn(), last.at());
  }

  /** It ends here, whatever was still to be asked. */
  public SafetyTalk over(long turn, Instant at) {
    boolean rests = course() == Course.YES || course() == Course.UNKNOWN;
    return new SafetyTalk(
        flag,
        topic,
        brief,
        begun,
        since,
        answers,
        Optional.empty(),
        false,
        Optional.of(turn),
        Optional.of(at),
        rests);
  }

  /** The client wants the exercise again. */
  public SafetyTalk awake() {
    return new SafetyTalk(
        flag, topic, brief, begun, since, answers, waiting, again, ended, endedAt, false);
  }

  private SafetyTalk asking(Optional<SafetyQuestion> question) {
    return new SafetyTalk(
        flag, topic, brief, begun, since, answers, question, false, ended, endedAt, false);
  }

  public Course course() {
    if (answers.stream().anyMatch(SafetyTalk::urgent)) return Course.URGENT;
    if (answers.stream().anyMatch(a -> a.reply() == Reply.YES)) return Course.YES;
    boolean allNo = answers.stream().allMatch(a -> a.reply() == Reply.NO);
    return allNo && waiting.isEmpty() && !answers.isEmpty() ? Course.NO : Course.UNKNOWN;
  }

  private static boolean urgent(SafetyAnswer answer) {
    return answer.question().grave() && answer.reply() == Reply.YES;
  }

  private Optional<Reply> reply(SafetyQuestion question) {
    return answers.stream()
        .filter(a -> a.question() == question)
        .map(SafetyAnswer::reply)
        .reduce((first, last) -> last);
  }

  /** What to ask now: the first of the way that is not answered. */
  private Optional<SafetyQuestion> next() {
    boolean silent =
        answers.size() > 1
            && answers.subList(answers.size() - 2, answers.size()).stream()
                .allMatch(a -> a.reply() == Reply.DECLINED || a.reply() == Reply.UNKNOWN);
    // Who does not answer is not pressed; the one plain question is still asked once.
    if (silent) return open(SafetyQuestion.THOUGHTS);
    return way().stream().filter(q -> reply(q).isEmpty()).findFirst();
  }

  private Optional<SafetyQuestion> open(SafetyQuestion question) {
    return reply(question).isEmpty() ? Optional.of(question) : Optional.empty();
  }

  /** The questions that the answers so far lead over, in order. */
  private List<SafetyQuestion> way() {
    var way = new ArrayList<SafetyQuestion>();
    switch (topic) {
      case SELF_HARM -> {
        way.add(SafetyQuestion.HURT);
        if (notDenied(SafetyQuestion.HURT)) way.add(SafetyQuestion.WOUND);
      }
      case UNUSUAL -> way.add(SafetyQuestion.VOICES);
      case EATING -> way.add(SafetyQuestion.BODY);
      case SUICIDE, SOMEBODY, LANGUAGE, ANSWER, UNREAD -> {}
    }
    if (!brief) way.add(SafetyQuestion.WISH);
    way.add(SafetyQuestion.THOUGHTS);
    if (reply(SafetyQuestion.THOUGHTS).filter(Reply.YES::equals).isPresent()) {
      way.add(SafetyQuestion.METHOD);
      way.add(SafetyQuestion.INTENT);
      way.add(SafetyQuestion.PLAN);
    } else if (notDenied(SafetyQuestion.THOUGHTS)) {
      way.add(SafetyQuestion.INTENT);
    }
    if (!brief) {
      way.add(SafetyQuestion.EVER);
      if (notDenied(SafetyQuestion.EVER)) way.add(SafetyQuestion.RECENT);
    }
    return way;
  }

  private boolean notDenied(SafetyQuestion question) {
    return reply(question).filter(r -> r != Reply.NO).isPresent();
  }
}
