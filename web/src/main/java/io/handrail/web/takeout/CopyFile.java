package io.handrail.web.takeout;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.record.takeout.Copying;
import io.handrail.care.record.takeout.FhirBundle;
import io.handrail.care.record.takeout.JsonText;
import io.handrail.care.record.takeout.RecordCopy;
import io.handrail.web.page.Localised;
import io.handrail.web.page.Messages;
import io.handrail.web.paper.Paper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the file: a page to read, the same on paper, all of it as JSON, and as a FHIR R4 Bundle. It
 * is made when it is fetched and kept nowhere.
 */
@Singleton
public class CopyFile {
  private static final String VIEW = "shared/copy";
  private final Shelves shelves;
  private final Instruments instruments;
  private final Copying copying;
  private final Paper paper;
  private final Messages messages;
  private final Clock clock;

  CopyFile(
      Shelves shelves,
      Protocols protocols,
      Instruments instruments,
      Paper paper,
      Messages messages,
      Clock clock) {
    this.shelves = shelves;
    this.instruments = instruments;
    this.copying = new Copying(shelves, protocols, instruments);
    this.paper = paper;
    this.messages = messages;
    this.clock = clock;
  }

  /** What the page shows. */
  record Page(RecordCopy copy, String language, ZoneId zone) implements Localised {}

  /** The answer that carries the file. */
  public MutableHttpResponse<byte[]> answer(Client client) {
    String name = "handrail-" + client.id().value() + ".zip";
    return HttpResponse.ok(of(client))
        .contentType(MediaType.of("application/zip"))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /** A zip of five files. */
  public byte[] of(Client client) {
    Instant now = clock.instant();
    RecordCopy copy = copying.of(client, now);
    String language = messages.nearest(client.language());
    var page = new Page(copy, language, client.zone());
    var results = shelves.measures().get(client.id()).orElse(MeasureBook.EMPTY).results();
    String fhir = JsonText.of(FhirBundle.of(copy, client, results, instruments));
    var out = new ByteArrayOutputStream(256 * 1024);
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, now, "README.txt", text(messages.text(language, "copy.readme")));
      put(zip, now, "record.html", text(paper.page(VIEW, page)));
      put(zip, now, "record.pdf", paper.pdf(VIEW, page));
      put(zip, now, "record.json", text(JsonText.of(copy)));
      put(zip, now, "fhir-bundle.json", text(fhir));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes everything
    }
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, Instant at, String name, byte[] content)
      throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
