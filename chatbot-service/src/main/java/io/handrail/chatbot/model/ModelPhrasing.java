package io.handrail.chatbot.model;

import dev.failsafe.CircuitBreaker;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.prompt.Rendered;
import io.handrail.chatbot.turn.Phrasing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model once a turn. Whatever goes wrong ends as a value within the deadlines; no text of a
 * prompt or an answer is ever logged.
 */
public final class ModelPhrasing implements Phrasing {
  private static final Logger LOG = LoggerFactory.getLogger(ModelPhrasing.class);

  /** The most a reply with its captures takes; what it really took is put right afterwards. */
  private static final int ANSWER_TOKENS = 600;

  /** The same for a whole brief of two minutes. */
  private static final int BRIEF_TOKENS = 1600;

  private final ModelSettings settings;
  private final Prompts prompts;
  private final StreamingHttp http;
  private final StreamingChatModel model;
  private final CircuitBreaker<Object> breaker;
  private final TokenBudget budget;

  private ModelPhrasing(ModelSettings settings, Prompts prompts, Clock clock) {
    this.settings = settings;
    this.prompts = prompts;
    this.http = new StreamingHttp(settings.answerBytesMax());
    this.model = model(settings, http);
    this.budget = new TokenBudget(settings.tokensPerDayMax(), clock);
    this.breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(settings.breaker().failures(), settings.breaker().calls())
            .withDelay(settings.breaker().rest())
            .withSuccessThreshold(1)
            .onOpen(e -> LOG.warn("model {}: asked no more for now", settings.name()))
            .onClose(e -> LOG.info("model {}: asked again", settings.name()))
            .build();
  }

  /** Phrasing by an OpenAI-compatible endpoint. Opens no connection yet. */
  public static ModelPhrasing from(ModelSettings settings, Prompts prompts, Clock clock) {
    return new ModelPhrasing(settings, prompts, clock);
  }

  private static StreamingChatModel model(ModelSettings settings, StreamingHttp http) {
    var builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(http.builder())
            .baseUrl(settings.url().toString())
            .modelName(settings.name())
            .logRequests(false)
            .logResponses(false);
    settings.key().ifPresent(builder::apiKey);
    settings.temperature().ifPresent(builder::temperature);
    if (settings.jsonMode()) builder.responseFormat("json_object");
    return builder.build();
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public void close() {
    http.close();
  }

  @Override
  public Result phrase(Request request, Listener listener) {
    if (request.use() == ModelUse.OFF) return failed(Fault.OFF, Optional.empty());
    Optional<Rendered> rendered = prompts.render(request);
    if (rendered.isEmpty()) return failed(Fault.BUDGET, Optional.empty());
    return asked(rendered.get(), ANSWER_TOKENS, listener);
  }

  @Override
  public Reworded reword(List<String> sentences, Set<String> hide) {
    Optional<Rendered> rendered = prompts.brief(sentences, hide);
    if (rendered.isEmpty()) return new Reworded.Failed(Fault.BUDGET.category());
    var worded = new HashMap<Integer, String>();
    Result result = asked(rendered.get(), BRIEF_TOKENS, numbered(worded));
    return switch (result) {
      case Result.Done done -> new Reworded.Done(done.model(), done.prompt(), worded);
      case Result.Abandoned abandoned -> new Reworded.Failed(Fault.INVALID.category());
      case Result.Failed failed -> new Reworded.Failed(failed.category());
    };
  }

  /** The sentences stand where a turn's captures do; what is not one of them is passed over. */
  private static Listener numbered(Map<Integer, String> worded) {
    return new Listener() {
      @Override
      public boolean captured(Map<String, Object> captures, String next) {
        captures.forEach((number, words) -> {
          if (number.matches("[1-9][0-9]?") && words instanceof String text) {
            worded.put(Integer.valueOf(number), text);
          }
        });
        return true;
      }

      @Override
      public boolean sentence(String sentence) {
        return true;
      }
    };
  }

  private Result asked(Rendered prompt, int answerTokens, Listener listener) {
    LocalDate today = budget.today();
    long taken = prompt.tokens() + answerTokens;
    if (!budget.take(taken)) return failed(Fault.BUDGET, Optional.of(prompt));
    if (!breaker.tryAcquirePermit()) {
      budget.settle(today, taken, 0);
      return failed(Fault.BREAKER_OPEN, Optional.of(prompt));
    }
    var parser = new AnswerParser(unhiding(listener, prompt));
    var call = new Call(settings.deadlines(), parser);
    try {
      ask(prompt, call);
    } finally {
      record(call);
      budget.settle(today, taken, call.spoke() ? call.cost(prompt.tokens()) : prompt.tokens());
    }
    return result(call, prompt, prompt.unhide().text(parser.reply()));
  }

  private void ask(Rendered prompt, Call call) {
    ChatRequest request =
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
            .build();
    try {
      ScopedValue.where(Call.CURRENT, call).run(() -> model.chat(request, call));
    } catch (RuntimeException e) {
      call.fail(Fault.INVALID);
    }
    call.end();
    call.thrown()
        .ifPresent(thrown -> {
          throw thrown;
        });
  }

  /** A listener's own fault, or its change of mind, says nothing about the provider. */
  private void record(Call call) {
    boolean unwell = call.fault().map(Fault::ofTheProvider).orElse(false);
    if (unwell || !call.spoke()) breaker.recordFailure();
    else breaker.recordSuccess();
  }

  private Result result(Call call, Rendered prompt, String reply) {
    String ref = prompt.ref().toString();
    if (call.abandoned()) return new Result.Abandoned(settings.name(), ref, reply);
    if (call.fault().isEmpty()) return new Result.Done(settings.name(), ref, reply);
    Fault fault = call.fault().get();
    LOG.warn("model {}: {}", settings.name(), fault.category());
    return new Result.Failed(
        fault.category(), Optional.of(settings.name()), Optional.of(ref), reply);
  }

  private Result failed(Fault fault, Optional<Rendered> prompt) {
    return new Result.Failed(
        fault.category(), Optional.of(settings.name()), prompt.map(p -> p.ref().toString()), "");
  }

  private static Listener unhiding(Listener listener, Rendered prompt) {
    return new Listener() {
      @Override
      public boolean captured(Map<String, Object> captures, String next) {
        return listener.captured(prompt.unhide().captures(captures), next);
      }

      @Override
      public boolean sentence(String sentence) {
        return listener.sentence(prompt.unhide().text(sentence));
      }
    };
  }
}
