package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The floor as a supervisor sees it. */
class FloorPageTest extends BrowserTest {

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
}
