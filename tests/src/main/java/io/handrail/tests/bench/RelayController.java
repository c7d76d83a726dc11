package io.handrail.tests.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Forwards one stream a request. */
@Controller
@Requires(property = "handrail.relay.model")
class RelayController {
  private static final String JSON = "Content-Type: application/json\r\n";
  private final int model;
  private final FileChannel records;
  private final Deque<Wire> idle = new ConcurrentLinkedDeque<>();

  RelayController(
      @Value("${handrail.relay.model}") int model, @Value("${handrail.relay.file}") String file)
      throws IOException {
    this.model = model;
    this.records =
        FileChannel.open(
            Path.of(file),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
  }

  @Post("/relay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_EVENT_STREAM)
  HttpResponse<Flux<byte[]>> relay(@Body byte[] message) {
    return HttpResponse.ok(
        Flux.create(sink -> Thread.ofVirtual().start(() -> forward(message, sink))));
  }

  private void forward(byte[] message, FluxSink<byte[]> sink) {
    try {
      append(message);
      Wire wire = idle.poll();
      if (wire == null) wire = new Wire(model);
      var whole = new java.io.ByteArrayOutputStream();
      wire.post(
          "/v1/chat/completions",
          JSON,
          message,
          (bytes, count) -> {
            whole.write(bytes, 0, count);
            sink.next(Arrays.copyOf(bytes, count));
          });
      idle.push(wire);
      append(whole.toByteArray());
      sink.complete();
    } catch (IOException e) {
      sink.error(e);
    }
  }

  private void append(byte[] record) throws IOException {
    records.write(ByteBuffer.wrap(record));
  }
}
