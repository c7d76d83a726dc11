package io.handrail.chatbot.turn;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.turn.Screen.ContextLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call to a language model: it reads the client's text into the waiting step's fields and
 * phrases the reply. It decides nothing.
 */
public interface Phrasing extends AutoCloseable {

  /** False when no model is configured; the scripted path is then the only one. */
  boolean available();

  /**
   * Asks once and reports while the answer streams in, on the calling thread. Every fault is a
   * value; nothing is thrown.
   */
  Result phrase(Request request, Listener listener);

  /**
   * Asks once for other words for sentences of a clinician's brief. Every fault is a value.
   *
   * @param sentences the program's own, without anything that a client wrote
   * @param hide as in {@link Request}
   */
  default Reworded reword(List<String> sentences, Set<String> hide) {
    return new Reworded.Failed("model_off");
  }

  /** How wording a brief ended. Nobody has checked the sentences yet. */
  sealed interface Reworded {
    /**
     * @param sentences by their number, from 1; those that a model left out are not there
     */
    record Done(String model, String prompt, Map<Integer, String> sentences) implements Reworded {
      public Done {
        sentences = Map.copyOf(sentences);
      }
    }

    /** A category as in {@link Result.Failed}. */
    record Failed(String category) implements Reworded {}
  }

  /** Lets go of connections. */
  @Override
  default void close() {}

  /**
   * What a model is told. Nothing in it names the client.
   *
   * @param waiting the step that was asked, and what it collects
   * @param following the steps that may come next, the likeliest first, with the question the
   *     script would ask
   * @param said the client's message
   * @param sheet the worksheet so far: title to the client's words
   * @param recent the last lines, oldest first
   * @param steering the clinician's notes
   * @param remembered what the client asked to keep from earlier sittings, a line each
   * @param background what the clinician says about where the client comes from, a line each
   * @param hide words that name the client or the people around them; they are taken out of
   *     everything a model is told and put back into what it answers
   */
  record Request(
      ModelUse use,
      String language,
      String protocol,
      StepBrief waiting,
      List<StepBrief> following,
      String said,
      Map<String, String> sheet,
      List<ContextLine> recent,
      List<String> steering,
      List<String> remembered,
      List<String> background,
      Set<String> hide) {
    public Request {
      following = List.copyOf(following);
      recent = List.copyOf(recent);
      steering = List.copyOf(steering);
      remembered = List.copyOf(remembered);
      background = List.copyOf(background);
      hide = Set.copyOf(hide);
    }

    /** With no background. */
    public Request(
        ModelUse use,
        String language,
        String protocol,
        StepBrief waiting,
        List<StepBrief> following,
        String said,
        Map<String, String> sheet,
        List<ContextLine> recent,
        List<String> steering,
        List<String> remembered,
        Set<String> hide) {
      this(
          use,
          language,
          protocol,
          waiting,
          following,
          said,
          sheet,
          recent,
          steering,
          remembered,
          List.of(),
          hide);
    }

    /** With nothing remembered. */
    public Request(
        ModelUse use,
        String language,
        String protocol,
        StepBrief waiting,
        List<StepBrief> following,
        String said,
        Map<String, String> sheet,
        List<ContextLine> recent,
        List<String> steering,
        Set<String> hide) {
      this(
          use, language, protocol, waiting, following, said, sheet, recent, steering, List.of(),
          hide);
    }

    /** With nothing to hide beyond what its form gives away. */
    public Request(
        ModelUse use,
        String language,
        String protocol,
        StepBrief waiting,
        List<StepBrief> following,
        String said,
        Map<String, String> sheet,
        List<ContextLine> recent,
        List<String> steering) {
      this(use, language, protocol, waiting, following, said, sheet, recent, steering, Set.of());
    }
  }

  /**
   * A step as a model is told of it.
   *
   * @param collects JSON Schema of the captures, an object by field name, as text; empty when the
   *     step collects nothing
   */
  record StepBrief(String id, String ask, String why, String collects) {}

  /** Hears the answer as it streams. Returning false abandons the call. */
  interface Listener {
    /**
     * The captures came, before any sentence.
     *
     * @param next the step the reply will ask, as the model sees it
     */
    boolean captured(Map<String, Object> captures, String next);

    /** One whole sentence of the reply. */
    boolean sentence(String sentence);
  }

  /** How a call ended. */
  sealed interface Result {
    /** The model said all it had to say. */
    record Done(String model, String prompt, String reply) implements Result {}

    /** The listener abandoned it. */
    record Abandoned(String model, String prompt, String soFar) implements Result {}

    /**
     * @param category {@code model_timeout}, {@code model_down}, {@code model_invalid}, {@code
     *     budget}, {@code breaker_open}, {@code model_off}
     * @param soFar what the reply said until then, a sentence that was cut included
     */
    record Failed(String category, Optional<String> model, Optional<String> prompt, String soFar)
        implements Result {}
  }
}
