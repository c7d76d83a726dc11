package io.handrail.tests.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.handrail.care.homework.Homework;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.Device;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page that there is, by the table of routes: a page that somebody adds is walked without
 * being listed here, and one whose address needs a name that is not known here fails.
 */
class EveryPageTest extends RoofStory {
  private static final int GZIPPED_MAX = 150 * 1024;

  /** What is got but is no page: data, streams, files. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          ".*/events|/risk/count|/assets/.*|/health.*|/sw\\.js|/manifest\\.webmanifest"
              + "|/session/renew|/session/standing|.*/fhir|.*/pdf|.*/csv|.*/copy|.*\\.(json|csv|zip|ics|png|svg)");

  /** A page left open outlives its access token; the bell hears so, renews it and goes on. */
  private static final Pattern SHORT_LIVED = Pattern.compile("401 .*/risk/count");

  /** Pages whose address alone does not say what stands on them. */
  private static final List<String> STATES =
      List.of(
          "amara /clients/daniel",
          "amara /clients/daniel/log?q=nothing+like+this",
          "amara /clients/george/ending",
          "amara /clients/george/homework",
          "amara /clients/maya/log?show=risk",
          "amara /clients/aisha",
          "amara /clients/aisha/log",
          "amara /clients/aisha/live",
          "amara /clients/aisha/brief",
          "amara /clients/aisha/steering",
          "amara /risk",
          "aisha /chat",
          "aisha /records",
          "tom /caseload",
          "tom /risk",
          "tom /cover",
          "tom /clients/noor",
          "tom /clients/noor/log",
          "tom /clients/noor/brief",
          "tom /clients/noor/homework",
          "tom /clients/noor/measures",
          "tom /clients/noor/fidelity",
          "tom /clients/noor/ending",
          "tom /clients/noor/safety-plan",
          "tom /clients/hanna/log",
          "tom /clients/hanna/live",
          "ines /cover",
          "ines /caseload",
          "george /",
          "leo /",
          "leo /about",
          "hanna /",
          "hanna /chat",
          "carmen /",
          "carmen /chat",
          "carmen /records",
          "carmen /about",
          "carmen /help-now",
          "carmen /safety-plan",
          "noor /welcome");

  private static final Set<String> STAFF = Set.of("amara", "tom", "ines", "priya");
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  @BeforeAll
  static void somethingOfEveryKind() {
    var maya = roof.client("maya");
    NAMES.put("{id}", "maya");
    NAMES.put(
        "{run}", roof.shelves().exerciseIndex().get(maya).orElseThrow().entries().getFirst().run());
    NAMES.put("{version}", "1");
    NAMES.put("{name}", "piece_sleep");
    NAMES.put("{step}", "helpers");
    NAMES.put("{code}", invitation());
    writesAtLength();
    NAMES.put("{client}", leaver());
    Homework homework = roof.shelves().homework().get(maya).orElseThrow().items().getFirst();
    NAMES.put("/homework/{id}", homework.id());
    try (Device device = Device.signedIn(roof.portal(), roof.who("amara"))) {
      for (String asked : List.of("phq9", "gad7")) {
        device.post("/clients/maya/measures/ask", Map.of("instrument", asked, "often", "weekly"));
      }
      String draft = device.get("/clients/maya/brief").body();
      device.post(
          "/clients/maya/brief/sign",
          Map.of("since", value(draft, "since"), "seen", value(draft, "seen"), "remark", ""));
    }
    try (Device device = Device.signedIn(roof.chat(), roof.who("maya"))) {
      measured(device, "start,phq9");
      for (int q = 1; q <= 9; q++) measured(device, "answer,phq9,q" + q + "," + (q == 9 ? 0 : 1));
      measured(device, "start,gad7");
    }
    roof.shelves()
        .measures()
        .get(maya)
        .flatMap(book -> book.results().stream().findFirst())
        .ifPresent(result -> NAMES.put("/measures/results/{id}", result.id()));
  }

  /** Somebody who writes as much as one can, in words without an end. */
  private static void writesAtLength() {
    try (Device device = Device.signedIn(roof.chat(), roof.who("aisha"))) {
      device.tap("start:check_in");
      device.say("6");
      device.say("W".repeat(300) + " " + "and then it all began again ".repeat(120));
      device.say("I want to die" + "e".repeat(200) + " I want to kill myself");
    }
  }

  /** The code of somebody who is invited and has not come in yet. */
  private static String invitation() {
    try (Device device = Device.signedIn(roof.portal(), roof.who("priya"))) {
      String page =
          device
              .post(
                  "/clinic/invite",
                  Map.of(
                      "id",
                      "newcomer",
                      "name",
                      "Newcomer",
                      "language",
                      "en",
                      "zone",
                      "Europe/London",
                      "clinician",
                      "amara-obi"))
              .body();
      Matcher link = Pattern.compile("/join[?]code=([A-Z0-9-]+)").matcher(page);
      assertTrue(link.find(), "the invitation shows its address");
      return link.group(1);
    }
  }

  /** Somebody who was enrolled and erased: what is left is the receipt. */
  private static String leaver() {
    Map<String, String> who =
        Map.of(
            "id", "leaver",
            "name", "Leaver",
            "language", "en",
            "zone", "Europe/London",
            "clinician", "amara-obi");
    try (Device office = Device.signedIn(roof.portal(), roof.who("priya"));
        Device care = Device.signedIn(roof.portal(), roof.who("amara"))) {
      assertEquals(200, office.post("/clinic/invite", who).statusCode());
      assertEquals(303, office.post("/clinic/clients/leaver/data/erasure", Map.of()).statusCode());
      var yes = Map.of("sure", "Leaver");
      assertEquals(200, care.post("/clients/leaver/data/erasure/confirm", yes).statusCode());
    }
    return "leaver";
  }

  private static void measured(Device device, String move) {
    String id = UUID.randomUUID().toString();
    assertEquals(
        303,
        device.post("/measures/moves", Map.of("id", id, "move", "measure:" + move)).statusCode());
  }

  private static String value(String page, String field) {
    Matcher found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
    assertTrue(found.find(), field);
    return found.group(1);
  }

  /** A page, and who opens it. */
  private record Walked(boolean chat, String user, String path, boolean state) {
    static Walked state(String told) {
      String[] words = told.split(" ");
      return new Walked(!STAFF.contains(words[0]), words[0], words[1], true);
    }
  }

  private List<Walked> pages() {
    var pages = new LinkedHashSet<Walked>();
    for (String template : roof.chatRoutes()) {
      page(template, List.of("maya", ""), true).ifPresent(pages::add);
    }
    for (String template : roof.portalRoutes()) {
      page(template, List.of("amara", "ines", "priya", ""), false).ifPresent(pages::add);
    }
    STATES.forEach(state -> pages.add(Walked.state(state)));
    return List.copyOf(pages);
  }

  /** The first of these people for whom this is a page. Nobody: the route leads elsewhere. */
  private Optional<Walked> page(String template, List<String> users, boolean chat) {
    if (NO_PAGE.matcher(template).matches()) return Optional.empty();
    String path = filled(template);
    var seen = new ArrayList<Integer>();
    for (String user : users) {
      APIResponse answer =
          visitor(user, chat)
              .context()
              .request()
              .get(base(chat) + path, RequestOptions.create().setMaxRedirects(0));
      seen.add(answer.status());
      boolean html = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
      if (answer.status() == 200 && html) return Optional.of(new Walked(chat, user, path, false));
    }
    assertTrue(
        seen.contains(303) && seen.stream().allMatch(status -> status == 303 || status == 401),
        template + " is a page for nobody here: " + seen);
    return Optional.empty();
  }

  private static String filled(String template) {
    String whole = template;
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      if (!name.getKey().startsWith("/")) continue;
      if (!template.endsWith(name.getKey())) continue;
      String stem = name.getKey().substring(0, name.getKey().indexOf('{'));
      whole = template.replace(name.getKey(), stem + name.getValue());
    }
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      whole = whole.replace(name.getKey(), name.getValue());
    }
    if (whole.contains("{")) fail("this test does not know what stands for a name in " + template);
    return whole;
  }

  /** One signed-in visitor a person and service. */
  private final Map<String, Visitor> people = new LinkedHashMap<>();

  private static String base(boolean chat) {
    return chat ? roof.chat() : roof.portal();
  }

  private Visitor visitor(String user, boolean chat) {
    return people.computeIfAbsent(
        user + chat,
        key -> {
          Visitor visitor = with(browser.person(Screen.DESKTOP));
          if (user.isEmpty()) return visitor;
          String base = base(chat);
          APIResponse in =
              visitor
                  .context()
                  .request()
                  .post(
                      base + "/sign-in",
                      RequestOptions.create()
                          .setMaxRedirects(0)
                          .setHeader("Origin", base)
                          .setForm(
                              com.microsoft.playwright.options.FormData.create()
                                  .set("name", roof.who(user).user())
                                  .set("password", roof.who(user).password())));
          assertEquals(303, in.status(), "signing in as " + user);
          return visitor;
        });
  }

  @Test
  void every_page_is_light_strict_and_can_be_used_by_everybody_in_light_and_dark() {
    List<Walked> pages = pages();
    assertTrue(pages.size() > 70, "the table of routes was read: " + pages.size());
    var wrong = new ArrayList<String>();
    int heaviest = 0;
    for (Walked walked : pages) {
      Visitor visitor = visitor(walked.user(), walked.chat());
      Response answer = visitor.page().navigate(base(walked.chat()) + walked.path());
      if (answer.status() != 200) {
        wrong.add(walked + " answered " + answer.status());
        continue;
      }
      // Asked for once more: a page that goes on by itself takes the body of its answer with it.
      String html = visitor.context().request().get(answer.url()).text();
      strict(walked, answer, html, visitor, wrong);
      int weight = weight(visitor, html);
      heaviest = Math.max(heaviest, weight);
      if (weight > GZIPPED_MAX) wrong.add(walked + " weighs " + weight);
      looked(walked, visitor, wrong);
    }
    System.out.println(
        "pages walked: " + pages.size() + ", heaviest with everything it loads: " + heaviest);
    assertEquals(List.of(), wrong, wrong.size() + " faults in " + pages.size() + " pages");
  }

  /** Wide and small, in light and dark; a page in one more state is looked at crosswise. */
  private static void looked(Walked walked, Visitor visitor, List<String> wrong) {
    for (Screen screen : List.of(Screen.DESKTOP, small(walked))) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        boolean cross = (screen == Screen.DESKTOP) == (scheme == ColorScheme.LIGHT);
        if (walked.state() && !cross) continue;
        tried(walked + " " + screen + " " + scheme, wrong, () -> visitor.as(screen, scheme));
      }
    }
  }

  private static Screen small(Walked walked) {
    return walked.chat() ? Screen.PHONE : Screen.TABLET;
  }

  private static void tried(String what, List<String> wrong, Runnable look) {
    try {
      look.run();
    } catch (AssertionError e) {
      wrong.add(what + ": " + e.getMessage());
    }
  }

  /** The policy allows nothing inline, and the page has nothing inline. */
  private static void strict(
      Walked walked, Response answer, String html, Visitor visitor, List<String> wrong) {
    String policy = answer.headers().getOrDefault("content-security-policy", "");
    if (!policy.contains("script-src 'self'") || policy.contains("unsafe")) {
      wrong.add(walked + " has the policy " + policy);
    }
    Matcher inline =
        Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\sstyle=\"|\\son[a-z]+=\"").matcher(html);
    if (inline.find()) wrong.add(walked + " has something inline: " + inline.group());
    List<String> faults =
        visitor.faults().stream().filter(fault -> !SHORT_LIVED.matcher(fault).find()).toList();
    if (!faults.isEmpty()) wrong.add(walked + " " + faults);
    visitor.forgetFaults();
  }

  private final Map<String, Integer> weights = new HashMap<>();

  /** What a page and all the files that it loads weigh, gzipped, for somebody who has none yet. */
  private int weight(Visitor visitor, String html) {
    int sum = gzipped(html.getBytes(UTF_8));
    Object loaded =
        visitor
            .page()
            .evaluate("performance.getEntriesByType('resource').map(entry => entry.name)");
    for (Object address : (List<?>) loaded) {
      if (!address.toString().contains("/assets/")) continue;
      sum +=
          weights.computeIfAbsent(
              address.toString(),
              file -> {
                byte[] bytes = visitor.context().request().get(file).body();
                return file.contains(".woff2") ? bytes.length : gzipped(bytes);
              });
    }
    return sum;
  }

  private static int gzipped(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
