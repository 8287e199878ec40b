package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.Verdict;
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
      assertThat(page.locator("#alert-list"))
          .containsText("Anger 0.82 for 8 s, agent talks over the caller 3 times");
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
  void saysOfAnAlertThatIsStillOpenHowHighTheFigureWasAndWhatItIsNow() {
    CallScript calmer = new CallScript("c-1", now.minusSeconds(60));
    topics.write(calmer.started("Ada", "agent-1", "Billing"));
    Escalation step = calmer.updated(20, 40, 0.17f);
    step.getEvidence().setPeak(0.94f);
    topics.write(calmer.raised(20, 0.94f));
    topics.write(step);
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#alert-list .evidence"))
          .containsText("Anger up to 0.94, now 0.17, agent talks over the caller 3 times");
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

  @Test
  void takesAnAlertNotesAndJudgesIt() {
    CallScript call = new CallScript("c-1", now.minusSeconds(60));
    topics.write(call.started("Ada", "agent-1", "Billing"));
    Escalation raised = call.raised(50, 0.82f);
    topics.write(raised);
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      Locator card = page.locator(".alert-card");
      card.getByText("Acknowledge").click();
      page.locator("#name input").fill("Olga");
      page.keyboard().press("Enter");
      assertThat(card.locator(".said")).hasText("Acknowledging …");
      Escalation acknowledged = call.acknowledged(raised, 55, "Olga");
      topics.write(acknowledged);
      assertThat(card.locator(".handled")).hasText("Olga takes care of it");
      assertThat(card.locator(".said")).isEmpty();
      assertThat(card.getByText("Acknowledge")).isHidden();
      assertThat(page.locator("#live-rows .alert")).hasText("Critical · Olga");
      assertThat(page).hasTitle("Floor · Temperline");

      card.locator(".noting summary").click();
      assertThat(card.locator("input")).isFocused();
      card.locator("input").fill("only loud");
      page.keyboard().press("Enter");
      assertThat(card.locator(".said")).hasText("Writing the note down …");
      Escalation noted = call.noted(acknowledged, 56, "Olga", "only loud");
      topics.write(noted);
      assertThat(card.locator(".handled")).containsText("only loud");

      card.locator("[data-verdict=FALSE_ALARM]").click();
      topics.write(call.judged(noted, 57, "Olga", Verdict.FALSE_ALARM));
      assertThat(card.locator("[data-verdict=FALSE_ALARM]")).hasAttribute("aria-pressed", "true");

      topics.write(call.cleared(50, 58, 0.82f));
      assertThat(card.locator(".age")).containsText("Cleared");
    }
  }

  @Test
  void saysAtTheCardWhyAStepWasRefused() {
    CallScript call = new CallScript("c-1", now.minusSeconds(60));
    topics.write(call.raised(50, 0.82f));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      page.evaluate("localStorage.setItem('temperline.name', 'Olga')");
      Locator card = page.locator(".alert-card");
      page.route(
          "**/api/escalations/snooze",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(409)
                      .setContentType("application/problem+json")
                      .setBody("{\"detail\": \"the alert is cleared\"}")));
      card.getByText("Snooze").click();
      card.getByText("15 min").click();
      assertThat(card.locator(".said.refused")).hasText("the alert is cleared");
      complaints.clear(); // the browser notes the refusal
    }
  }

  @Test
  void filtersAndSortsAndKeepsBothInTheAddress() {
    CallScript ada = new CallScript("c-1", now.minusSeconds(100));
    CallScript ben = new CallScript("c-2", now.minusSeconds(40));
    CallScript cleo = new CallScript("c-3", now.minusSeconds(70));
    topics.write(ada.started("Ada", "agent-1", "Billing"));
    topics.write(ben.started("Ben", "agent-2", "Returns"));
    topics.write(cleo.started("Cleo", "agent-3", "Billing"));
    topics.write(ada.heard(90, 0.2f));
    topics.write(ben.heard(30, 0.9f));
    topics.write(cleo.heard(60, 0.4f));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      Locator names = page.locator("#live-rows .who a");
      assertThat(names).hasText(new String[] {"Ben", "Cleo", "Ada"});
      page.locator("[data-sort=duration] button").click();
      assertThat(names).hasText(new String[] {"Ada", "Cleo", "Ben"});
      assertThat(page.locator("[data-sort=duration]")).hasAttribute("aria-sort", "descending");
      page.locator("#choice [name=queue]").selectOption("Billing");
      assertThat(names).hasText(new String[] {"Ada", "Cleo"});
      assertThat(page.locator("#live-count")).hasText("2 of 3");
      assertThat(page).hasURL(dashboard.url("/?queue=Billing&sort=-duration"));
      page.reload();
      assertThat(names).hasText(new String[] {"Ada", "Cleo"});
      page.keyboard().press("/");
      page.keyboard().type("cleo");
      assertThat(names).hasText(new String[] {"Cleo"});
      page.locator("#choice").getByText("Clear").click();
      assertThat(names).hasText(new String[] {"Ben", "Cleo", "Ada"});
      assertThat(page).hasURL(dashboard.url("/"));
    }
  }

  @Test
  void movesBetweenRowsAndTakesAlertsByTheKeyboard() {
    CallScript calm = new CallScript("c-1", now.minusSeconds(100));
    CallScript angry = new CallScript("c-2", now.minusSeconds(40));
    topics.write(calm.heard(90, 0.2f));
    topics.write(angry.heard(30, 0.9f));
    Escalation raised = angry.raised(33, 0.9f);
    topics.write(raised);
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      page.evaluate("localStorage.setItem('temperline.name', 'Olga')");
      Locator links = page.locator("#live-rows .who a");
      assertThat(links).hasCount(2);
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(links.nth(1)).isFocused();
      page.keyboard().press("k");
      assertThat(links.nth(0)).isFocused();
      page.keyboard().press("a");
      assertThat(page.locator(".alert-card .said")).hasText("Acknowledging …");
      topics.write(angry.acknowledged(raised, 36, "Olga"));
      assertThat(page.locator(".alert-card .handled")).hasText("Olga takes care of it");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(dashboard.url("/calls/c-2"));
    }
  }

  @Test
  void letsNoTimePassWhileNothingIsHeardFromKafka() {
    CallScript call = new CallScript("c-1", now.minusSeconds(60));
    topics.write(call.started("Ada", "agent-1", "Billing"));
    topics.write(call.heard(57, 0.2f));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#live-rows tr")).hasCount(1);
      topics.goAway();
      assertThat(page.locator(".freshness")).hasText("Kafka does not answer; trying again");
      page.waitForTimeout(1_100); // what was written before that second
      String duration = page.locator("#live-rows .duration").textContent();
      page.waitForTimeout(2_500);
      assertThat(page.locator("#live-rows .duration")).hasText(duration);
    }
  }

  @Test
  void soundsAtANewCriticalAlertForWhoeverWantsIt() {
    CallScript before = new CallScript("c-1", now.minusSeconds(60));
    CallScript after = new CallScript("c-2", now.minusSeconds(60));
    topics.write(before.raised(50, 0.82f));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      page.evaluate(
          """
          () => {
            window.tones = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...at) { tones++; return start.apply(this, at); };
          }
          """);
      assertThat(page.locator(".alert-card")).hasCount(1);
      topics.write(before.raised(55, 0.9f));
      assertThat(page.locator(".alert-card")).hasCount(2);
      assertThat(page.evaluate("tones")).isEqualTo(0);
      page.locator(".top button").click();
      page.getByLabel("A sound at each new critical alert").check();
      page.locator("#sheet").getByText("Close").click();
      topics.write(after.raised(50, 0.82f));
      assertThat(page.locator(".alert-card")).hasCount(3);
      assertThat(page.evaluate("tones")).isEqualTo(2);
    }
  }

  @Test
  void saysHowManyCallsCannotBeAnalysedAndWhy() {
    CallScript silent = new CallScript("c-1", now.minusSeconds(60));
    CallScript uninformed = new CallScript("c-2", now.minusSeconds(60));
    CallScript heard = new CallScript("c-3", now.minusSeconds(60));
    topics.write(silent.notScored(57, NotScoredReason.SILENCE));
    topics.write(silent.started("Ada", "agent-1", "Billing"));
    topics.write(uninformed.started("Ben", "agent-2", "Billing"));
    topics.write(uninformed.notScored(57, NotScoredReason.CALLER_NOT_INFORMED));
    topics.write(heard.heard(57, 0.2f));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#figure-unheard")).hasText("2");
      page.locator("#figure-unheard").click();
      assertThat(page.locator("#unheard-why")).containsText("1 × caller not informed");
      assertThat(page.locator("#unheard-why")).containsText("1 × silence");
    }
  }

  @Test
  void countsAlertsByTheHourOfCallsSinceMidnight() {
    CallScript call = new CallScript("c-1", now.minusSeconds(60));
    CallHistory history = call.complete(60, 0.8f);
    history.setEscalations(List.of(call.summaryOf(call.raised(30, 0.8f))));
    topics.write(history);
    try (Page page = open("/history", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#total")).hasText("1 call");
      page.navigate(dashboard.url("/"));
      assertThat(page.locator("#figure-rate")).hasText("60.0");
      assertThat(page.locator("#rate-since")).containsText("since");
    }
  }
}
