package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.audit.BusyAudit;
import io.temperline.dashboard.rules.BusyDesk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every page. */
class EveryPageTest extends BrowserTest {

  private static final String RULES = "/rules?version=" + BusyDesk.IN_FORCE;

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
  void saysTheSameInEveryLanguage() {
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      Object lacking =
          page.evaluate(
              """
              async () => {
                const wordsOf = async tag => (await import(`/assets/words/${tag}.js`)).words;
                const { languages } = await import('/assets/words/languages.js');
                const english = Object.keys(await wordsOf('en')).sort();
                const holes = text => [...JSON.stringify(text).matchAll(/[{]\\w+[}]/g)].map(String).sort();
                const lacking = [];
                for (const tag of Object.keys(languages)) {
                  const words = await wordsOf(tag);
                  for (const key of new Set([...english, ...Object.keys(words)])) {
                    const same = key in words && english.includes(key)
                      && new Set(holes(words[key])).size === new Set(holes((await wordsOf('en'))[key])).size;
                    if (!same) lacking.push(`${tag}: ${key}`);
                  }
                }
                for (const element of document.querySelectorAll('[data-t]')) {
                  if (!english.includes(element.dataset.t)) lacking.push(element.outerHTML);
                }
                return lacking;
              }
              """);
      assertThat((List<?>) lacking).isEmpty();
    }
  }

  @Test
  void speaksGermanAndIsDarkForWhoeverChoosesSo() {
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator(".freshness")).hasText("Live");
      page.keyboard().press("?");
      page.locator("#sheet [name=theme]").selectOption("dark");
      page.locator("#sheet [name=language]").selectOption("de");
      assertThat(page.locator("#live-title")).hasText("Laufende Anrufe");
      assertThat(page.locator("html")).hasAttribute("lang", "de");
      assertThat(page.locator("body")).hasCSS("background-color", "rgb(18, 17, 16)");
    }
  }

  @Test
  void leavesKeysOfOneCharacterAloneWhereTheyAreSwitchedOff() {
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      page.locator(".top button").click();
      page.getByLabel("Keys of one character").uncheck();
      page.locator("#sheet").getByText("Close").click();
      page.keyboard().press("?");
      assertThat(page.locator("#sheet")).isHidden();
      page.keyboard().press("g");
      page.keyboard().press("f");
      assertThat(page).hasURL(dashboard.url("/calls/c-1"));
      page.locator(".top button").click();
      page.getByLabel("Keys of one character").check();
      page.locator("#sheet").getByText("Close").click();
      page.keyboard().press("g");
      page.keyboard().press("f");
      assertThat(page).hasURL(dashboard.url("/"));
    }
  }

  @Test
  void hasNothingToScrollSidewaysOnAPhone() {
    fill();
    for (String path :
        List.of("/", "/calls/c-2041", "/history", "/queues", RULES, "/status", "/try", "/audit")) {
      try (Page page = open(path, ColorScheme.DARK, 360, 740)) {
        awaitContent(page);
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat((Integer) tooWide).as("pixels too wide at " + path).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void keepsTheRulesOfAccessibility() {
    fill();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String path :
          List.of(
              "/",
              "/calls/c-2041",
              "/calls/nobody",
              "/history",
              "/queues",
              RULES,
              "/status",
              "/try",
              "/audit")) {
        try (Page page = open(path, scheme, 1440, 900)) {
          awaitNews(page);
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
    fill();
    picture("/", "readme-floor", ColorScheme.LIGHT, 1280, 900, false);
    picture("/calls/c-2041", "readme-call", ColorScheme.DARK, 1280, 900, false);
    picture("/queues", "readme-queues", ColorScheme.LIGHT, 1280, 700, false);
    picture("/", "floor-light", ColorScheme.LIGHT, 1440, 900);
    picture("/", "floor-dark", ColorScheme.DARK, 1440, 900);
    picture("/", "floor-phone", ColorScheme.LIGHT, 390, 844);
    picture("/calls/c-2041", "call-light", ColorScheme.LIGHT, 1440, 900);
    picture("/calls/c-2041", "call-dark", ColorScheme.DARK, 1440, 900);
    picture("/calls/c-2041", "call-phone", ColorScheme.DARK, 390, 844);
    for (String name : List.of("history", "queues", "status", "try", "audit")) {
      picture("/" + name, name + "-light", ColorScheme.LIGHT, 1440, 900);
      picture("/" + name, name + "-dark", ColorScheme.DARK, 1440, 900);
      picture("/" + name, name + "-phone", ColorScheme.LIGHT, 390, 844);
    }
    picture(RULES, "rules-light", ColorScheme.LIGHT, 1440, 900);
    picture(RULES, "rules-dark", ColorScheme.DARK, 1440, 900);
    picture(RULES, "rules-phone", ColorScheme.LIGHT, 390, 844);
    assertThat(SCREENSHOTS).isDirectoryContaining("glob:**/call-phone.png");
  }

  private void fill() {
    new BusyFloor(topics, now).write();
    new BusyDay(topics, now).write();
    new BusyDesk(dashboard, now).write();
    new BusyAudit(dashboard, now).write();
  }

  /** The page to try it has none before somebody speaks. */
  private static void awaitNews(Page page) {
    assertThat(page.locator(".freshness")).hasText(page.url().endsWith("/try") ? "" : "Live");
  }

  private static void awaitContent(Page page) {
    awaitNews(page);
    assertThat(
            page.locator(":text('Billing'):visible, #facts dd, #try-title, .audit .deed").first())
        .isVisible();
  }

  private void picture(String path, String name, ColorScheme scheme, int width, int height) {
    picture(path, name, scheme, width, height, true);
  }

  private void picture(
      String path, String name, ColorScheme scheme, int width, int height, boolean whole) {
    try (Page page = open(path, scheme, width, height)) {
      awaitContent(page);
      page.evaluate("document.fonts.ready");
      if (whole) {
        seeAll(page, width);
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + ".png"))
              .setFullPage(whole));
    }
  }

  /** What is not on the screen is not drawn. */
  private static void seeAll(Page page, int width) {
    page.setViewportSize(width, (Integer) page.evaluate("document.documentElement.scrollHeight"));
    page.evaluate("new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))");
  }
}
