package io.handrail.chatbot.http;

import io.handrail.web.page.Assets;
import io.handrail.web.page.Languages;
import io.handrail.web.page.Messages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What makes the pages installable, and help now reachable offline. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class AppController {
  private final Assets assets;
  private final Languages languages;
  private final Messages messages;
  private final ObjectMapper json;

  AppController(Assets assets, Languages languages, Messages messages, ObjectMapper json) {
    this.assets = assets;
    this.languages = languages;
    this.messages = messages;
    this.json = json;
  }

  /** Served at the root, for a worker reaches no further than the folder it comes from. */
  @Get("/sw.js")
  @Produces(MediaType.ALL)
  HttpResponse<?> worker() {
    return assets
        .find("client/sw.js")
        .<HttpResponse<?>>map(file ->
            HttpResponse.ok(file.bytes())
                .contentType(file.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache"))
        .orElseGet(HttpResponse::notFound);
  }

  @Get("/manifest.webmanifest")
  @Produces(MediaType.ALL)
  HttpResponse<?> manifest(HttpRequest<?> request) throws IOException {
    String language = languages.of(null, request);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", "/");
    manifest.put("name", "Handrail");
    manifest.put("short_name", "Handrail");
    manifest.put("description", messages.text(language, "manifest.about"));
    manifest.put("lang", language);
    manifest.put("start_url", "/");
    manifest.put("scope", "/");
    manifest.put("display", "standalone");
    manifest.put("background_color", "#faf7f2");
    manifest.put("theme_color", "#faf7f2");
    manifest.put(
        "icons",
        List.of(
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable")));
    manifest.put(
        "shortcuts",
        List.of(Map.of("name", messages.text(language, "help.button"), "url", "/help-now")));
    return HttpResponse.ok(json.writeValueAsString(manifest))
        .contentType(MediaType.of("application/manifest+json"))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static Map<String, Object> icon(String file, String sizes, String type, String purpose) {
    return Map.of(
        "src", "/assets/client/" + file, "sizes", sizes, "type", type, "purpose", purpose);
  }
}
