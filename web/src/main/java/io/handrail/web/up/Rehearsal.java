package io.handrail.web.up;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens the pages once, as each demo role, so that a recording Java machine sees what a start and a
 * first visit need. What it meets does not matter; it reports nothing.
 */
final class Rehearsal {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
  private static final int PAGES_MAX = 40;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Rehearsal() {}

  /** Returns after {@link #LONGEST} at the latest, also when a page never ends or breaks. */
  static void walk(House house) {
    bounded(() -> visitAll(house), LONGEST);
  }

  static void bounded(Runnable visits, Duration longest) {
    Thread walker =
        Thread.ofPlatform()
            .daemon()
            .name("rehearsal")
            .uncaughtExceptionHandler((thread, fault) -> fault.printStackTrace())
            .start(visits);
    try {
      walker.join(longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void visitAll(House house) {
    Set<String> roles = new HashSet<>();
    for (Seed.SignIn someone : house.signIns()) {
      if (!roles.add(someone.role())) continue;
      String service = someone.role().equals("client") ? "chatbot" : "portal";
      String base = house.urls().get(service);
      if (base != null) visit(base, someone);
    }
    if (roles.isEmpty()) house.urls().values().forEach(base -> visit(base, null));
  }

  private static void visit(String base, Seed.SignIn someone) {
    try (var http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build()) {
      get(http, base + "/sign-in");
      if (someone != null) {
        String form =
            "name=" + encoded(someone.user()) + "&password=" + encoded(someone.password());
        http.send(
            request(base + "/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
      }
      Deque<String> open = new ArrayDeque<>(Set.of("/"));
      Set<String> seen = new HashSet<>(open);
      for (int i = 0; i < PAGES_MAX && !open.isEmpty(); i++) {
        for (String link : links(get(http, base + open.poll()))) {
          if (seen.add(link)) open.add(link);
        }
      }
    } catch (IOException e) {
      // A page that will not open is no reason to have no start.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The paths that a page names. A script's template ("/${place}") is no path. */
  static List<String> links(String page) {
    List<String> paths = new ArrayList<>();
    Matcher links = LINK.matcher(page);
    while (links.find()) {
      String link = links.group(1).replace("&amp;", "&");
      try {
        paths.add(new URI(link).toString());
      } catch (URISyntaxException e) {
        // not for us
      }
    }
    return paths;
  }

  private static String get(HttpClient http, String url) throws IOException, InterruptedException {
    return http.send(request(url).GET().build(), BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(10))
        .header("Accept", "text/html,*/*;q=0.8");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
