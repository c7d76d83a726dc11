package io.handrail.chatbot.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * LangChain4j's transport, on the thread that asks. Its own client reads on other threads, cannot
 * be told to stop before the first token, and has no limit of bytes; this one keeps the deadlines
 * of the {@link Call}, ends the connection when the call is over, and hands every token to the
 * thread that waits for it. One quick retry, before anything came, within the same deadline.
 */
final class StreamingHttp implements HttpClient, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final long RETRY_NEEDS_NANOS = Duration.ofMillis(800).toNanos();

  private final java.net.http.HttpClient plain;
  private final int bytesMax;

  StreamingHttp(int bytesMax) {
    this.bytesMax = bytesMax;
    this.plain =
        java.net.http.HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            // One connection a call: ending it is what stops a server from talking on, and a
            // provider's limit of streams on a connection is no limit of ours.
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** As LangChain4j wants it; its own timeouts are not used. */
  HttpClientBuilder builder() {
    return new HttpClientBuilder() {
      @Override
      public Duration connectTimeout() {
        return CONNECT;
      }

      @Override
      public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
      }

      @Override
      public Duration readTimeout() {
        return null;
      }

      @Override
      public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
      }

      @Override
      public HttpClient build() {
        return StreamingHttp.this;
      }
    };
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Call call = Call.CURRENT.get();
    java.net.http.HttpRequest wanted = wanted(request);
    try (Body body = opened(wanted, call)) {
      listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
      parser.parse(body, listener);
      if (!call.over()) listener.onClose();
    } catch (Refused e) {
      call.fail(e.fault);
    }
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) throws HttpException {
    throw new UnsupportedOperationException("answers are streamed");
  }

  @Override
  public void close() {
    plain.shutdownNow();
  }

  private static java.net.http.HttpRequest wanted(HttpRequest request) {
    var wanted = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(v -> wanted.header(name, v)));
    return wanted.POST(BodyPublishers.ofString(request.body())).build();
  }

  private Body opened(java.net.http.HttpRequest wanted, Call call) throws Refused {
    try {
      return once(wanted, call);
    } catch (Refused first) {
      long pause = TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(100, 300));
      if (!first.mayTryAgain || call.leftNanos() < pause + RETRY_NEEDS_NANOS) throw first;
      try {
        TimeUnit.NANOSECONDS.sleep(pause);
      } catch (InterruptedException e) {
        throw interrupted(call);
      }
      return once(wanted, call);
    }
  }

  /** Sends and waits for the head of the answer. */
  private Body once(java.net.http.HttpRequest wanted, Call call) throws Refused {
    var body = new Body(call, bytesMax);
    CompletableFuture<HttpResponse<Body>> sent = plain.sendAsync(wanted, head -> body);
    try {
      int status = sent.get(call.leftNanos(), TimeUnit.NANOSECONDS).statusCode();
      if (status / 100 == 2) return body;
      body.close();
      throw new Refused(Fault.DOWN, status == 429 || status >= 500);
    } catch (TimeoutException e) {
      sent.cancel(true);
      body.close();
      throw new Refused(Fault.TIMEOUT, false);
    } catch (ExecutionException e) {
      throw new Refused(Fault.DOWN, e.getCause() instanceof IOException);
    } catch (InterruptedException e) {
      sent.cancel(true);
      body.close();
      throw interrupted(call);
    }
  }

  private static Refused interrupted(Call call) {
    Thread.currentThread().interrupt();
    call.interrupt();
    return new Refused(Fault.DOWN, false);
  }

  /** No stream came. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final boolean mayTryAgain;

    Refused(Fault fault, boolean mayTryAgain) {
      super(fault.category(), null, false, false);
      this.fault = fault;
      this.mayTryAgain = mayTryAgain;
    }
  }
}
