package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.commands.CommandsInMemory;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer is erased on the pages. */
class ErasurePageTest extends BrowserTest {

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return Staff.settings(folder);
  }

  @Test
  void asksForTheCustomersIdBeforeItAsksForTheErasure() {
    tell("c-1", "Ada");
    tell("c-2", "Ada");
    tell("c-3", "Adaline");
    try (Page page = openAs("ada", "/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      page.locator("#erase").click();
      Locator dialog = page.locator("#erasure");
      assertThat(dialog).containsText("Erase customer Ada?");
      assertThat(dialog).containsText("8 days after it was written");
      Locator erase = dialog.getByText("Erase", new Locator.GetByTextOptions().setExact(true));
      dialog.getByLabel("type the customer’s id").fill("Adaline");
      assertThat(erase).isDisabled();
      dialog.getByLabel("type the customer’s id").fill("Ada");
      erase.click();
      assertThat(dialog).containsText("Asked for, with 2 calls.");
      dialog.getByText("Close").click();
      assertThat(dialog).hasCount(0);
    }
    assertThat(dashboard.bean(CommandsInMemory.class).sent())
        .extracting(Command::getCallId)
        .containsExactly(null, "c-1", "c-2");
  }

  @Test
  void offersItInTheHistoryOnceTheCustomerIsFoundAndSaysWhyItWasRefused() {
    tell("c-1", "Ada");
    try (Page page = openAs("ada", "/history?text=Ad", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#total")).hasText("1 call");
      assertThat(page.locator("#erase")).isHidden();
      page.locator("[name=text]").fill("Ada");
      page.locator("#erase").click();
      page.getByLabel("type the customer’s id").fill("Ada");
      topics.erase("c-1");
      page.locator("#erasure .main").click();
      assertThat(page.locator("#erasure .refused")).containsText("no call's history names");
      complaints.clear(); // that it was refused is just what is wanted here
    }
  }

  @Test
  void leavesNothingOfTheCustomerOnAPageThatIsOpen() {
    topics.write(new CallScript("c-1", now.minusSeconds(900)).started("Ada", null, null));
    tell("c-1", "Ada");
    try (Page page = openAs("ada", "/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#who")).hasText("Ada");
      topics.erase("c-1");
      assertThat(page.locator("#who")).not().containsText("Ada");
      assertThat(page.locator("#missing")).isVisible();
    }
  }

  @Test
  void isNotOfferedToWhoMayNotErase() {
    tell("c-1", "Ada");
    try (Page page = openAs("sam", "/calls/c-1", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#who")).hasText("Ada");
      assertThat(page.locator("#erase")).isHidden();
    }
  }

  @Test
  void looksAsItShould() {
    tell("c-1", "+44 20 7946 0958");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      picture("erase-" + scheme.name().toLowerCase(Locale.ROOT), scheme, 1440, 900);
    }
    picture("erase-phone", ColorScheme.LIGHT, 390, 844);
  }

  private void picture(String name, ColorScheme scheme, int width, int height) {
    try (Page page = openAs("ada", "/calls/c-1", scheme, width, height)) {
      page.locator("#erase").click();
      assertThat(page.locator("#erasure")).isVisible();
      assertThat(
              new AxeBuilder(page)
                  .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                  .analyze()
                  .getViolations())
          .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
          .isEmpty();
      page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
  }

  private void tell(String callId, String customer) {
    CallHistory history = new CallScript(callId, now.minusSeconds(900)).complete(60, 0.4f);
    history.setCustomerId(customer);
    topics.write(history);
  }
}
