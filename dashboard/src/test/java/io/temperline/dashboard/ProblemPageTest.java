package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown in the place of a page that cannot be had, in a browser. */
class ProblemPageTest extends BrowserTest {

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return Staff.settings(folder);
  }

  @Test
  void saysWhatItIsInTheLanguageOfThePages() {
    try (Page page = openAs("sam", "/nope", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("h1")).hasText("There is no such page");
      assertThat(page.locator(".me")).containsText("sam");
      page.screenshot(
          new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("no-page-light.png")));
      expect(page, dashboard, "/audit", 403, "This page is not for your role");
      page.keyboard().press("?");
      page.locator("#sheet [name=language]").selectOption("de");
      assertThat(page.locator("h1")).hasText("Diese Seite ist nicht für Ihre Rolle");
      page.getByText("Zurück zum Leitstand").click();
      assertThat(page).hasURL(dashboard.url("/"));
      assertOnlyThatItWasRefused();
    }
  }

  @Test
  void saysThatItFailed() {
    try (TestDashboard anybodys = TestDashboard.start();
        Page page = open("/login", ColorScheme.LIGHT, 1440, 900)) {
      expect(page, anybodys, "/failing", 500, "This page failed");
      expect(page, anybodys, "/nope", 404, "There is no such page");
      assertOnlyThatItWasRefused();
    }
  }

  @Test
  void keepsTheRulesOfAccessibilityAndHasNothingToScrollSideways() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (Page page = openAs("sam", "/audit", scheme, 360, 740)) {
        assertThat(page.locator("h1")).hasText("This page is not for your role");
        assertThat(
                new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations())
            .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .isEmpty();
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((Integer) tooWide).isLessThanOrEqualTo(0);
      }
    }
    assertOnlyThatItWasRefused();
  }

  private static void expect(
      Page page, TestDashboard asked, String path, int status, String title) {
    Response answer = page.navigate(asked.url(path));
    assertThat(answer.status()).as(path).isEqualTo(status);
    assertThat(page.locator("h1")).hasText(title);
    assertThat(page).hasTitle(title + " · Temperline");
  }

  /** The browser complains of the status, which is as it should be, and of nothing else. */
  private void assertOnlyThatItWasRefused() {
    assertThat(complaints)
        .isNotEmpty()
        .allSatisfy(complaint -> assertThat(complaint).contains("responded with a status of"));
    complaints.clear();
  }
}
