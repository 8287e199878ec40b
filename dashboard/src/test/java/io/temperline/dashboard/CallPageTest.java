package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.schemas.NotScoredReason;
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
}
