package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.source.TestTopics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/**
 * What tests of the pages share: a real browser, and for each test a dashboard of its own. Whatever
 * a browser complains of fails the test.
 */
abstract class BrowserTest {

  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final int SLOW_MACHINE_MS = 20_000;

  private static Playwright playwright;
  private static Browser browser;

  final Instant now = Instant.now();
  final List<String> complaints = new ArrayList<>();
  TestDashboard dashboard;
  TestTopics topics;

  @BeforeAll
  static void openBrowser() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(
        chromium.isPresent(),
        "no Chromium found: install Debian's chromium, or name one in CHROMIUM, to test the pages");
    Files.createDirectories(SCREENSHOTS);
    PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MACHINE_MS);
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
                            "--use-fake-device-for-media-stream",
                            "--use-fake-ui-for-media-stream",
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
    dashboard = TestDashboard.start(settings());
    topics = dashboard.topics();
  }

  /** What the dashboard is set to, beyond what all tests set. */
  Map<String, Object> settings() {
    return Map.of();
  }

  @AfterEach
  void closeDashboard() {
    dashboard.close();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  /** A page in English, whatever the machine speaks. */
  Page open(String path, ColorScheme scheme, int width, int height) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setLocale("en-GB")
                .setColorScheme(scheme)
                .setViewportSize(width, height));
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

  /** The same for one of the {@link Staff}, through the login. */
  Page openAs(String who, String path, ColorScheme scheme, int width, int height) {
    Page page = open("/login?to=" + encoded(path), scheme, width, height);
    page.getByLabel("Name").fill(who);
    page.getByLabel("Password").fill(Staff.PASSWORD);
    page.keyboard().press("Enter");
    return page;
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-headless-shell")
        .filter(path -> path != null && Files.isExecutable(Path.of(path)))
        .map(Path::of)
        .findFirst();
  }
}
