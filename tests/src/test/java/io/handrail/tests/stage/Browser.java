package io.handrail.tests.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian's Chromium, driven by Playwright. One for a test class; each person in a story has a
 * {@link #person} of their own, with their own cookies and storage.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double WAIT_MS = 20_000;

  /**
   * A new scheme reaches a deep page level by level, since the shortest transition is one all the
   * same; until then some words have the colour of the one and the ground of the other.
   */
  private static final String SETTLED =
      """
      async () => {
        for (let calm = 0, n = 0; calm < 3 && n < 300; n++) {
          await new Promise(requestAnimationFrame);
          calm = document.getAnimations().length === 0 ? calm + 1 : 0;
        }
      }
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  /** What a page is shown on. */
  public enum Screen {
    PHONE(390, 844),
    TABLET(768, 1024),
    DESKTOP(1440, 900);
    final int width;
    final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  public static Browser open() {
    Path executable =
        executable()
            .orElseThrow(() ->
                new AssertionError(
                    "The browser tests need Chromium and found none."
                        + " Install it (on Debian, as root: apt-get install chromium), or start"
                        + " the tests with ./handrail test, which installs it."));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setHeadless(true)
                    .setArgs(FLAGS)));
  }

  private static Optional<Path> executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Somebody at a screen of this size, in light or dark. */
  public Visitor person(Screen screen, ColorScheme scheme) {
    return visitor(options(screen, scheme), true);
  }

  public Visitor person(Screen screen) {
    return person(screen, ColorScheme.LIGHT);
  }

  /** Somebody whose browser runs no script. */
  public Visitor personWithoutScript(Screen screen) {
    return visitor(options(screen, ColorScheme.LIGHT).setJavaScriptEnabled(false), false);
  }

  private static com.microsoft.playwright.Browser.NewContextOptions options(
      Screen screen, ColorScheme scheme) {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        .setViewportSize(screen.width, screen.height)
        .setHasTouch(screen == Screen.PHONE)
        .setIsMobile(screen == Screen.PHONE)
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale("en-GB")
        .setTimezoneId("Europe/London");
  }

  private Visitor visitor(
      com.microsoft.playwright.Browser.NewContextOptions options, boolean scripted) {
    BrowserContext context = chromium.newContext(options);
    context.setDefaultTimeout(WAIT_MS);
    context.setDefaultNavigationTimeout(WAIT_MS * 2);
    return new Visitor(context, context.newPage(), scripted);
  }

  /** A person's context and page, and everything that went wrong in them. */
  public static final class Visitor implements AutoCloseable {
    /** A form is sent a moment after the press (sending.js), and marked for as long as it goes. */
    private static final String UNDER_WAY = "form[data-sending]";

    private final BrowserContext context;
    private final Page page;
    private final boolean scripted;
    private final List<String> faults = new ArrayList<>();

    private Visitor(BrowserContext context, Page page, boolean scripted) {
      this.context = context;
      this.page = page;
      this.scripted = scripted;
      if (scripted) page.addLocatorHandler(page.locator(UNDER_WAY).first(), form -> {});
      page.onPageError(error -> faults.add("script error: " + error));
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") && !message.text().contains("net::ERR_")) {
          faults.add("console: " + message.text() + " at " + message.location());
        }
      });
    }

    public Page page() {
      return page;
    }

    /**
     * Waits until what was pressed has led to a page, and the page stands. Whatever is done or
     * expected on a page waits by itself; what goes somewhere else or looks into the store does
     * not.
     */
    public void settled() {
      if (!scripted) return; // the press itself leads on, and the browser waits for it
      page.waitForFunction(
          "form => document.readyState === 'complete' && !document.querySelector(form)", UNDER_WAY);
    }

    /**
     * From here on nothing waits for a form that is under way, for it is the form that is watched.
     */
    public void watchesForms() {
      page.removeLocatorHandler(page.locator(UNDER_WAY).first());
    }

    public BrowserContext context() {
      return context;
    }

    /** Script errors, refused styles and scripts, failed loads: none may happen. */
    public List<String> faults() {
      return List.copyOf(faults);
    }

    public void forgetFaults() {
      faults.clear();
    }

    /** Nothing that axe-core knows is wrong with the page as it stands. */
    public void accessible() {
      var found =
          new AxeBuilder(page)
              .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
              // Our pages have no frames; without them this finds the same in a third of the time.
              .setLegacyMode(true)
              .analyze()
              .getViolations();
      String told =
          found.stream()
              .map(rule ->
                  rule.getId()
                      + ": "
                      + rule.getHelp()
                      + "\n"
                      + rule.getNodes().stream()
                          .limit(4)
                          .map(n -> "    " + n.getTarget() + " " + n.getHtml() + " " + why(n))
                          .collect(Collectors.joining("\n")))
              .collect(Collectors.joining("\n"));
      assertEquals("", told, "accessibility of " + page.url());
    }

    private static String why(CheckedNode node) {
      return node.getFailureSummary().replaceAll("\\s+", " ");
    }

    /** The page as it stands, on this screen in this light: it fits and is accessible. */
    public void as(Screen screen, ColorScheme scheme) {
      page.setViewportSize(screen.width, screen.height);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.evaluate(SETTLED);
      fitsTheScreen();
      accessible();
    }

    /** Nothing is wider than the screen. */
    public void fitsTheScreen() {
      Object wide =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertEquals(
          0, ((Number) wide).intValue(), "the page is wider than the screen: " + page.url());
    }

    /** Keeps a picture of the page under {@code tests/target/shots}. */
    public void picture(String name) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Shots.file(name)).setFullPage(true));
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
