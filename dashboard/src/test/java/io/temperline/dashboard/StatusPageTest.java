package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.status.TestCluster;
import io.temperline.schemas.NotScoredReason;
import org.junit.jupiter.api.Test;

/** The health page as whoever runs the installation sees it. */
class StatusPageTest extends BrowserTest {

  @Test
  void saysHowTheInstallationFares() {
    CallScript call = new CallScript("c-1", now.minusSeconds(20));
    for (int k = 0; k < 12; k++) {
      topics.write(call.heard(k, 0.2f));
    }
    topics.write(call.notScored(12, NotScoredReason.SILENCE));
    try (Page page = open("/status", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#state")).hasText("Running");
      assertThat(page.locator("#scored")).hasText("0.2");
      assertThat(page.locator("#lag")).hasText("12");
      assertThat(page.locator("#reasons")).containsText("silence");
      assertThat(page.locator("#facts")).containsText("m1 · c1 · f1");
      assertThat(page.locator("#facts")).containsText("3 in the topic");
    }
  }

  @Test
  void saysWhatIsNotKnownAndWhy() {
    dashboard.bean(TestCluster.class).away();
    try (Page page = open("/status", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#problem")).containsText("Kafka does not answer");
      assertThat(page.locator("#state")).hasText("Not known");
      assertThat(page.locator("#lag")).hasText("–");
    }
  }
}
