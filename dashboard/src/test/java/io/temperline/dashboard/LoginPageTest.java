package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming in and going, in a browser. */
class LoginPageTest extends BrowserTest {

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return Staff.settings(folder);
  }

  @Test
  void leadsThroughTheLoginToThePageThatWasAskedFor() {
    try (Page page = open("/calls/c-1?from=mail", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("h1")).hasText("Log in");
      page.getByLabel("Name").fill("sam");
      page.getByLabel("Password").fill("not mine");
      page.keyboard().press("Enter");
      assertThat(page.locator("#refusal")).hasText("The name or the password is wrong.");
      complaints.clear(); // that it was refused is just what is wanted here
      page.getByLabel("Password").fill(Staff.PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page).hasURL(dashboard.url("/calls/c-1?from=mail"));
      assertThat(page.locator(".me")).containsText("sam");
      assertThat(page.locator(".banner")).hasCount(0);
      assertThat(page.locator(".freshness")).hasText("Live");
      page.getByText("Log out").click();
      assertThat(page).hasURL(dashboard.url("/login"));
      page.navigate(dashboard.url("/"));
      assertThat(page.locator("h1")).hasText("Log in");
    }
  }

  @Test
  void saysWhichQueuesAreSeenToWhoeverSeesOnlySome() {
    try (Page page = open("/login", ColorScheme.LIGHT, 1440, 900)) {
      page.getByLabel("Name").fill("bill");
      page.getByLabel("Password").fill(Staff.PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page.locator(".me")).containsText("bill · Billing");
    }
  }

  @Test
  void staysWithinTheDashboardWhateverTheAddressSays() {
    for (String to :
        List.of("https://elsewhere.example/", "//elsewhere.example", "/%5Celsewhere.example")) {
      try (Page page = open("/login?to=" + to, ColorScheme.LIGHT, 1440, 900)) {
        logIn(page);
        assertThat(page.locator(".me")).containsText("sam");
        assertThat(page).hasURL(dashboard.url("/"));
      }
    }
  }

  @Test
  void goesToTheLoginWhenTheSessionHasRunOut() {
    try (Page page = open("/login", ColorScheme.LIGHT, 1440, 900)) {
      logIn(page);
      assertThat(page.locator(".freshness")).hasText("Live");
      page.context().clearCookies();
      page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
      assertThat(page.locator("h1")).hasText("Log in");
      assertThat(page).hasURL(dashboard.url("/login?to=%2F"));
      complaints.clear(); // that the stream was refused is just what is wanted here
    }
  }

  @Test
  void looksAsItShould() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (Page page = open("/login", scheme, 390, 844)) {
        assertThat(page.getByLabel("Name")).isVisible();
        assertThat(
                new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations())
            .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .isEmpty();
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    SCREENSHOTS.resolve(
                        "login-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
      }
    }
    try (Page page = open("/login", ColorScheme.LIGHT, 1440, 900)) {
      logIn(page);
      assertThat(page.locator(".me")).containsText("sam");
      page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("logged-in.png")));
    }
  }

  private static void logIn(Page page) {
    page.getByLabel("Name").fill("sam");
    page.getByLabel("Password").fill(Staff.PASSWORD);
    page.keyboard().press("Enter");
  }
}
