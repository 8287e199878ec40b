package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.NotScoredReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as a supervisor sees them, in a real browser. */
class BrowserTest {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static Playwright playwright;
  private static Browser browser;

  private final Instant now = Instant.now();
  private final List<String> complaints = new ArrayList<>();
  private TestDashboard dashboard;
  private TestTopics topics;

  @BeforeAll
  static void openBrowser() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(
        chromium.isPresent(),
        "no Chromium found: install Debian's chromium, or name one in CHROMIUM, to test the pages");
    Files.createDirectories(SCREENSHOTS);
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--no-first-run")));
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void startDashboard() {
    dashboard = TestDashboard.start();
    topics = dashboard.topics();
  }

  @AfterEach
  void closeDashboard() {
    dashboard.close();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  @Test
  void seesACallTurnAngryMoveToTheTopAndRaiseAnAlert() {
    CallScript calm = new CallScript("c-1", now.minusSeconds(100));
    CallScript turning = new CallScript("c-2", now.minusSeconds(40));
    topics.write(calm.started("Ada Calm", "agent-1", "Billing"));
    topics.write(calm.heard(96, 0.3f));
    topics.write(turning.started("Ben Turning", "agent-2", "Returns"));
    topics.write(turning.heard(36, 0.1f));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      Locator rows = page.locator("#live-rows tr");
      assertThat(rows.nth(0)).containsText("Ada Calm");
      assertThat(rows.nth(1)).containsText("Ben Turning");
      assertThat(page.locator("#alerts-empty")).isVisible();

      topics.write(turning.heard(37, 0.82f));
      topics.write(turning.raised(40, 0.82f));

      assertThat(rows.nth(0)).containsText("Ben Turning");
      assertThat(rows.nth(0).locator(".emotion")).hasText("Angry");
      assertThat(rows.nth(0).locator(".anger")).hasText("0.82");
      assertThat(rows.nth(0).locator(".alert")).containsText("Critical");
      assertThat(page.locator("#alert-list")).containsText("Anger 0.82 for 8 s of speech");
      assertThat(page.locator("#announcements")).containsText("Ben Turning");
      assertThat(page).hasTitle("(1) Floor · Temperline");

      rows.nth(0).locator("a").click();
      assertThat(page).hasURL(dashboard.url("/calls/c-2"));
      assertThat(page.locator("h1")).hasText("Ben Turning");
      assertThat(page.locator("#mood")).containsText("Angry");
      assertThat(page.locator("#readout")).containsText("anger 0.82");

      topics.write(turning.heard(38, 0.9f));
      assertThat(page.locator("#readout")).containsText("anger 0.90");
      assertThat(page.locator("#peak")).hasText("0.90");
    }
  }

  @Test
  void showsTheLabelsOfAModelOfTheUsersOwnAsTheyAre() {
    String longLabel = "disappointed-beyond-all-that-we-expected";
    CallScript named = new CallScript("c-1", now.minusSeconds(20));
    CallScript lengthy = new CallScript("c-2", now.minusSeconds(20));
    topics.write(named.heard(0, "constructor", Map.of("constructor", 0.9f, "angry", 0.1f)));
    topics.write(lengthy.heard(0, longLabel, Map.of(longLabel, 0.9f, "angry", 0.1f)));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#live-rows .emotion .word"))
          .hasText(new String[] {"Constructor", "Disappointed-beyond-all-that-we-expected"});
    }
    for (String path : List.of("/", "/calls/c-1", "/calls/c-2")) {
      try (Page page = open(path, ColorScheme.LIGHT, 360, 740)) {
        assertThat(page.locator(".freshness")).hasText("Live");
        assertThat(page.locator(path.equals("/") ? "#live-rows .face" : "#mood .face").first())
            .isVisible();
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((Integer) tooWide).as("pixels too wide at " + path).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void movesThroughACallByTheKeyboard() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    topics.write(call.heard(0, 0.1f));
    topics.write(call.notScored(1, NotScoredReason.SILENCE));
    topics.write(call.heard(2, 0.7f));
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      Locator readout = page.locator("#readout");
      assertThat(readout).containsText("0:05 Angry · anger 0.70");
      page.locator("#timeline").focus();
      page.keyboard().press("Home");
      assertThat(readout).containsText("0:03 Calm · anger 0.10");
      page.keyboard().press("ArrowRight");
      assertThat(readout).containsText("0:04 not scored: silence");
      page.getByText("The timeline in words").click();
      assertThat(page.locator("#words")).containsText("not scored: silence");
    }
  }

  @Test
  void movesACallThatEndsToTheEndedOnes() {
    CallScript call = new CallScript("c-1", now.minusSeconds(60));
    topics.write(call.started("Ada", "agent-1", "Billing"));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#live-rows")).containsText("Ada");
      topics.write(call.ended(60));
      topics.write(call.complete(60, 0.55f));
      assertThat(page.locator("#live-empty")).isVisible();
      assertThat(page.locator("#ended-rows")).containsText("0.55");
      assertThat(page.locator("#ended-rows")).containsText("1:00");
    }
  }

  @Test
  void saysThatKafkaIsAwayAndThatItIsBack() {
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator(".freshness")).hasText("Live");
      topics.goAway();
      assertThat(page.locator(".freshness")).hasText("Kafka does not answer; trying again");
      assertThat(page.locator("#live .as-of")).containsText("As of");
      topics.comeBack();
      assertThat(page.locator(".freshness")).hasText("Live");
    }
  }

  @Test
  void saysThatItIsReconnectingOnceTheDashboardIsGone() {
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator(".freshness")).hasText("Live");
      dashboard.close();
      assertThat(page.locator(".freshness")).hasText("Reconnecting");
      complaints.clear(); // that it cannot connect is just what is wanted here
    }
  }

  @Test
  void hasNothingToScrollSidewaysOnAPhone() {
    new BusyFloor(topics, now).write();
    for (String path : List.of("/", "/calls/c-2041")) {
      try (Page page = open(path, ColorScheme.DARK, 360, 740)) {
        assertThat(page.locator(".freshness")).hasText("Live");
        assertThat(page.getByText("M. Okafor").first()).isVisible();
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((Integer) tooWide).as("pixels too wide at " + path).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void keepsTheRulesOfAccessibility() {
    new BusyFloor(topics, now).write();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String path : List.of("/", "/calls/c-2041", "/calls/c-2032", "/calls/nobody")) {
        try (Page page = open(path, scheme, 1440, 900)) {
          assertThat(page.locator(".freshness")).hasText("Live");
          AxeResults found =
              new AxeBuilder(page)
                  .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                  .analyze();
          assertThat(found.getViolations())
              .as("%s, %s", path, scheme)
              .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void takesPicturesOfThePages() {
    new BusyFloor(topics, now).write();
    picture("/", "floor-light", ColorScheme.LIGHT, 1440, 900);
    picture("/", "floor-dark", ColorScheme.DARK, 1440, 900);
    picture("/", "floor-phone", ColorScheme.LIGHT, 390, 844);
    picture("/calls/c-2041", "call-light", ColorScheme.LIGHT, 1440, 900);
    picture("/calls/c-2041", "call-dark", ColorScheme.DARK, 1440, 900);
    picture("/calls/c-2041", "call-phone", ColorScheme.DARK, 390, 844);
    assertThat(SCREENSHOTS).isDirectoryContaining("glob:**/call-phone.png");
  }

  private void picture(String path, String name, ColorScheme scheme, int width, int height) {
    try (Page page = open(path, scheme, width, height)) {
      assertThat(page.locator(".freshness")).hasText("Live");
      assertThat(page.getByText("M. Okafor").first()).isVisible();
      page.evaluate("document.fonts.ready");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + ".png"))
              .setFullPage(true));
    }
  }

  private Page open(String path, ColorScheme scheme, int width, int height) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions().setColorScheme(scheme).setViewportSize(width, height));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(dashboard.url(path));
    return page;
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-headless-shell")
        .filter(path -> path != null && Files.isExecutable(Path.of(path)))
        .map(Path::of)
        .findFirst();
  }
}
