package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.NotScoredReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A call's page. */
class CallPageTest extends BrowserTest {

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
  void drawsTheEmotionsAsLinesOrStackedAndKeepsThatInTheAddress() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    for (int k = 0; k < 15; k++) {
      topics.write(CallScript.withTalk(call.heard(k, 0.3f), 500 * k, 300 * k));
    }
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#track-affect canvas")).isVisible();
      assertThat(page.locator("#track-loudness canvas")).isVisible();
      assertThat(page.locator("#track-talk canvas")).isVisible();
      assertThat(page.locator("#track-emotions")).isHidden();
      page.locator("#way select").selectOption("stacked");
      assertThat(page.locator("#track-emotions canvas")).isVisible();
      assertThat(page.locator(".track-keys li")).hasText(new String[] {"Angry", "Calm"});
      assertThat(page).hasURL(dashboard.url("/calls/c-1?show=stacked"));
      page.reload();
      assertThat(page.locator("#track-emotions canvas")).isVisible();
    }
  }

  @Test
  void showsOneMomentInAllTracks() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    for (int k = 0; k < 15; k++) {
      topics.write(CallScript.withTalk(call.heard(k, k / 20f), 500 * k, 300 * k));
    }
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      Locator readout = page.locator("#readout");
      assertThat(page.locator("#track-talk canvas")).isVisible();
      page.locator("#timeline").focus();
      page.keyboard().press("Home");
      page.keyboard().press("ArrowRight");
      assertThat(readout).containsText("0:04 Calm · anger 0.05");
      assertThat(readout).containsText("valence 0.35 · arousal -0.25 · -24 dBFS");
      assertThat(readout).containsText("caller talks 50%, agent 30%");
      page.locator("#track-affect .u-over").hover();
      assertThat(readout).not().containsText("0:04 Calm");
    }
  }

  @Test
  void tellsHowBothTalkAndOfTheAgentNoMood() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    topics.write(call.held(4));
    topics.write(call.resumed(9));
    topics.write(CallScript.withTalk(call.heard(12, 0.3f), 6_000, 4_000));
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      Locator talk = page.locator("#talk");
      assertThat(talk).containsText("Share of the talk60%40%");
      assertThat(talk).containsText("Cuts in31");
      assertThat(talk).containsText("Responds after0.8 s0.8 s");
      assertThat(talk).containsText("Longest silence4 s");
      assertThat(talk).containsText("Holds1 × · 5 s");
    }
  }

  @Test
  void findsTheCustomersEarlierCallsAndNobodyElses() {
    CallHistory earlier = new CallScript("c-1", now.minusSeconds(900)).complete(60, 0.7f);
    CallHistory another = new CallScript("c-2", now.minusSeconds(800)).complete(60, 0.2f);
    earlier.setCustomerId("Ada");
    another.setCustomerId("Adaline");
    topics.write(earlier);
    topics.write(another);
    CallScript call = new CallScript("c-3", now.minusSeconds(20));
    topics.write(call.started("Ada", "agent-1", "Billing"));
    try (Page page = open("/history", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#total")).hasText("2 calls");
      page.navigate(dashboard.url("/calls/c-3"));
      assertThat(page.locator("#earlier li")).hasCount(1);
      assertThat(page.locator("#earlier a")).hasAttribute("href", "/calls/c-1");
      assertThat(page.locator("#earlier")).containsText("anger up to 0.70");
    }
  }

  @Test
  void canBeTakenAwayAsALinkAsCsvAndAsJson() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    topics.write(call.notScored(1, NotScoredReason.SILENCE));
    topics.write(call.heard(2, 0.75f));
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#readout")).containsText("anger 0.75");
      page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }");
      page.locator("#link").click();
      assertThat(page.locator("#link-said")).hasText("Copied");
      assertThat(page.evaluate("window.copied")).isEqualTo(dashboard.url("/calls/c-1"));

      String csv = page.request().get(dashboard.url("/api/calls/c-1/windows.csv")).text();
      assertThat(csv.lines())
          .containsExactly(
              "from,to,emotion,not_scored,valence,arousal,loudness_dbfs,caller_talk,agent_talk,"
                  + "p_angry,p_calm",
              second(call, 3) + "," + second(call, 4) + ",,SILENCE,,,-24.0,0.6,,,",
              second(call, 4) + "," + second(call, 5) + ",angry,,-0.35,0.45,-24.0,0.6,,0.75,0.25");
      Download csvFile = page.waitForDownload(() -> page.locator("#as-csv").click());
      assertThat(csvFile.suggestedFilename()).isEqualTo("call.csv");
      Download jsonFile = page.waitForDownload(() -> page.locator("#as-json").click());
      assertThat(jsonFile.suggestedFilename()).isEqualTo("c-1.json");
    }
  }

  @Test
  void takesAnAlertFromTheCallsPageToo() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    Escalation raised = call.raised(10, 0.82f);
    topics.write(raised);
    try (Page page = open("/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      page.evaluate("localStorage.setItem('temperline.name', 'Olga')");
      page.locator("[data-step=acknowledge]").click();
      assertThat(page.locator(".said")).hasText("Acknowledging …");
      topics.write(call.acknowledged(raised, 15, "Olga"));
      assertThat(page.locator(".handled")).hasText("Olga takes care of it");
    }
  }

  /** As the topics have it, in milliseconds. */
  private static Instant second(CallScript call, long second) {
    return call.at(second).truncatedTo(ChronoUnit.MILLIS);
  }
}
