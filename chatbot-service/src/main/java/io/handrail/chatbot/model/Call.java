package io.handrail.chatbot.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Optional;

/**
 * One call to a model: its deadlines, its answer so far and how it ended. All of it runs on the
 * thread that asked, so nothing here is shared.
 */
final class Call implements StreamingChatResponseHandler {
  /** The call that this thread is making; the transport keeps its deadlines by it. */
  static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

  /** A server may take this long to close after a whole answer; then we do. */
  private static final long CLOSING_NANOS = Duration.ofMillis(250).toNanos();

  private final AnswerParser parser;
  private final long totalEnd;
  private final long idleNanos;
  private long deadline;
  private boolean spoke;
  private Optional<Fault> fault = Optional.empty();
  private Optional<RuntimeException> thrown = Optional.empty();
  private Optional<TokenUsage> usage = Optional.empty();
  private boolean interrupted;
  private int letters;

  Call(Deadlines deadlines, AnswerParser parser) {
    long now = System.nanoTime();
    this.parser = parser;
    this.totalEnd = now + deadlines.total().toNanos();
    this.idleNanos = deadlines.idle().toNanos();
    this.deadline = now + Math.min(deadlines.firstToken().toNanos(), deadlines.total().toNanos());
  }

  /** Time until the nearest deadline; 0 or less when it has passed. */
  long leftNanos() {
    return deadline - System.nanoTime();
  }

  /** Whether nothing more of the stream is wanted. */
  boolean over() {
    return fault.isPresent()
        || thrown.isPresent()
        || interrupted
        || parser.state() == AnswerParser.State.BROKEN
        || parser.state() == AnswerParser.State.ABANDONED;
  }

  /** Whether the whole answer has come; what follows it on the wire does not matter. */
  boolean answered() {
    return parser.state() == AnswerParser.State.COMPLETE && !over();
  }

  void fail(Fault why) {
    if (!over() && !answered()) fault = Optional.of(why);
  }

  void interrupt() {
    if (!answered()) interrupted = true;
  }

  @Override
  public void onPartialResponse(String piece) {
    if (over()) return;
    spoke = true;
    letters += piece.length();
    try {
      parser.feed(piece);
    } catch (RuntimeException e) {
      // A fault of whoever listens, such as a store that is down. It is theirs to handle.
      thrown = Optional.of(e);
    }
    long now = System.nanoTime();
    deadline = Math.min(totalEnd, now + (answered() ? CLOSING_NANOS : idleNanos));
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    usage = Optional.ofNullable(response.tokenUsage());
  }

  @Override
  public void onError(Throwable error) {
    // The transport has said what went wrong on the wire; the rest is an answer nobody can read.
    fail(Fault.INVALID);
  }

  /** The stream is over. */
  void end() {
    if (!over()) parser.finish();
  }

  Optional<Fault> fault() {
    return fault.or(() ->
        parser.state() == AnswerParser.State.BROKEN
            ? Optional.of(Fault.INVALID)
            : Optional.empty());
  }

  /** Whether the listener, or the thread's owner, wants no more. */
  boolean abandoned() {
    return interrupted || parser.state() == AnswerParser.State.ABANDONED;
  }

  Optional<RuntimeException> thrown() {
    return thrown;
  }

  /** Whether any part of an answer came. */
  boolean spoke() {
    return spoke;
  }

  /** Tokens that the call cost, as the provider counts them or else estimated. */
  long cost(int promptTokens) {
    return usage
        .map(TokenUsage::totalTokenCount)
        .map(Integer::longValue)
        .orElse(promptTokens + letters / 3L);
  }
}
