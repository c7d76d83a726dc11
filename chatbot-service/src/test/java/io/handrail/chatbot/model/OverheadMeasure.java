package io.handrail.chatbot.model;

import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.handrail.chatbot.model.ModelSettings.BreakerSettings;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.prompt.Rendered;
import io.handrail.chatbot.turn.Phrasing.Listener;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a turn costs on top of the model: our whole path, LangChain4j with its own transport and the
 * same reading of the answer, and the stub's stream read directly, interleaved in one run. Prints
 * JSON lines. Run: {@code java -cp TEST_CLASS_PATH io.handrail.chatbot.model.OverheadMeasure [turns
 * a round] [rounds]}.
 */
final class OverheadMeasure {
  private static final int AT_ONCE = 16;
  private static final Listener NOBODY =
      new Listener() {
        @Override
        public boolean captured(Map<String, Object> captures, String next) {
          return true;
        }

        @Override
        public boolean sentence(String sentence) {
          return true;
        }
      };

  private final Prompts prompts = Prompts.bundled();
  private final Rendered rendered = prompts.render(Cases.moods()).orElseThrow();
  private final URI url;
  private final ModelPhrasing ours;
  private final StreamingChatModel theirs;
  private final HttpClient direct =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final String body;

  private OverheadMeasure(URI url) {
    this.url = url;
    this.ours =
        ModelPhrasing.from(
            new ModelSettings(
                url,
                "stub",
                Optional.empty(),
                Optional.empty(),
                false,
                Deadlines.USUAL,
                Long.MAX_VALUE / 2,
                1_000_000,
                BreakerSettings.USUAL),
            prompts,
            Clock.systemUTC());
    this.theirs =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(
                JdkHttpClient.builder()
                    .httpClientBuilder(
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
            .baseUrl(url.toString())
            .modelName("stub")
            .build();
    try (var stub = io.handrail.chatbot.model.stub.StubModel.start()) {
      ModelPhrasing once =
          ModelPhrasing.from(
              new ModelSettings(stub.url(), "stub", Optional.empty()), prompts, Clock.systemUTC());
      once.phrase(Cases.moods(), NOBODY);
      this.body = stub.asked().getFirst().body();
      once.close();
    }
  }

  /** One turn; nanoseconds from its start to its first whole sentence. */
  interface Path {
    long turn() throws Exception;
  }

  private long ours() {
    long start = System.nanoTime();
    long[] first = new long[1];
    Result result = ours.phrase(Cases.moods(), firstSentence(first));
    if (!(result instanceof Result.Done)) throw new IllegalStateException(result.toString());
    return first[0] - start;
  }

  private long theirs() throws InterruptedException {
    long start = System.nanoTime();
    long[] first = new long[1];
    Rendered prompt = prompts.render(Cases.moods()).orElseThrow();
    var parser = new AnswerParser(firstSentence(first));
    var ended = new CountDownLatch(1);
    theirs.chat(
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
            .build(),
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            parser.feed(piece);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            ended.countDown();
          }

          @Override
          public void onError(Throwable error) {
            ended.countDown();
          }
        });
    ended.await();
    if (parser.finish() != AnswerParser.State.COMPLETE) throw new IllegalStateException();
    return first[0] - start;
  }

  /** Reads the stream to its end; the first sentence is whole in the same event as for us. */
  private long direct() throws Exception {
    long start = System.nanoTime();
    long first = 0;
    var request =
        HttpRequest.newBuilder(URI.create(url + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var text = new StringBuilder();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(direct.send(request, BodyHandlers.ofInputStream()).body()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int from = line.indexOf("\"content\":\"");
        if (from < 0) continue;
        text.append(line, from + 11, line.indexOf("\"},\"finish"));
        if (first == 0 && text.indexOf(". W") > 0) first = System.nanoTime();
      }
    }
    if (first == 0) throw new IllegalStateException("no sentence in " + text);
    return first - start;
  }

  private static Listener firstSentence(long[] first) {
    return new Listener() {
      @Override
      public boolean captured(Map<String, Object> captures, String next) {
        return true;
      }

      @Override
      public boolean sentence(String sentence) {
        if (first[0] == 0) first[0] = System.nanoTime();
        return true;
      }
    };
  }

  private record Round(double turnsPerSecond, double cpuMillis, double p50, double p99) {}

  private static Round round(Path path, int turns, long everyNanos) throws Exception {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long[] times = new long[turns];
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new ArrayList<Future<?>>();
      for (int worker = 0; worker < AT_ONCE; worker++) {
        int from = worker;
        workers.add(
            pool.submit(() -> {
              for (int i = from; i < turns; i += AT_ONCE) {
                long wait = start + i * everyNanos - System.nanoTime();
                if (everyNanos > 0 && wait > 0) Thread.sleep(Duration.ofNanos(wait));
                times[i] = path.turn();
              }
              return null;
            }));
      }
      for (Future<?> worker : workers) worker.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuMillis = (os.getProcessCpuTime() - cpu) / 1e6 / turns;
    Arrays.sort(times);
    return new Round(
        turns / seconds, cpuMillis, times[turns / 2] / 1e6, times[(int) (turns * 0.99)] / 1e6);
  }

  private void compare(String load, int turns, int rounds, long everyNanos) throws Exception {
    Map<String, Path> paths = new LinkedHashMap<>();
    paths.put("direct", this::direct);
    paths.put("ours", this::ours);
    paths.put("langchain4j_own_transport", this::theirs);
    Map<String, List<Round>> results = new LinkedHashMap<>();
    for (var path : paths.entrySet()) round(path.getValue(), turns, everyNanos);
    for (int i = 0; i < rounds; i++) {
      for (var path : paths.entrySet()) {
        results
            .computeIfAbsent(path.getKey(), k -> new ArrayList<>())
            .add(round(path.getValue(), turns, everyNanos));
      }
    }
    results.forEach((path, all) ->
        System.out.printf(
            "{\"load\":\"%s\",\"path\":\"%s\",\"turns_per_s\":%.0f,\"cpu_ms_per_turn\":%.2f,"
                + "\"first_sentence_ms_p50\":%.2f,\"first_sentence_ms_p99\":%.2f}%n",
            load,
            path,
            median(all.stream().mapToDouble(Round::turnsPerSecond).toArray()),
            median(all.stream().mapToDouble(Round::cpuMillis).toArray()),
            median(all.stream().mapToDouble(Round::p50).toArray()),
            median(all.stream().mapToDouble(Round::p99).toArray())));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void rendering() {
    for (int round = 0; round < 3; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < 2000; i++) prompts.render(Cases.moods());
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      double micros = spent / 2000 / 1e3;
      if (round == 2) {
        System.out.printf(
            "{\"rendering_cpu_micros\":%.0f,\"tokens_estimate\":%d}%n", micros, rendered.tokens());
      }
    }
  }

  public static void main(String[] words) throws Exception {
    int turns = words.length > 0 ? Integer.parseInt(words[0]) : 2000;
    int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 5;
    for (String[] pace : new String[][] {{"0", "0", "0", "T16"}, {"0", "50", "10", "P"}}) {
      Process stub =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.handrail.chatbot.model.stub.StubModel",
                  pace[0],
                  pace[1],
                  pace[2])
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        var measure =
            new OverheadMeasure(
                URI.create(
                    new BufferedReader(new InputStreamReader(stub.getInputStream())).readLine()));
        boolean paced = pace[3].equals("P");
        if (!paced) measure.rendering();
        measure.compare(
            pace[3], paced ? turns / 10 : turns, rounds, paced ? 1_000_000_000L / 24 : 0);
      } finally {
        stub.destroy();
      }
    }
    System.exit(0);
  }
}
