package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The history and the queues as a supervisor sees them. */
class ArchivePagesTest extends BrowserTest {

  @Test
  void findsACallSortsKeepsTheSearchInTheAddressAndGoesToTheCall() {
    new BusyDay(topics, now).write();
    try (Page page = open("/history", ColorScheme.LIGHT, 1440, 900)) {
      Locator rows = page.locator("#rows tr");
      assertThat(page.locator("#total")).hasText("120 calls");
      assertThat(rows).hasCount(50);
      page.getByText("Next").click();
      assertThat(page.locator("#where")).hasText("Page 2 of 3");

      page.locator("[name=queue]").fill("Billing");
      page.locator("[name=alert]").selectOption("none");
      page.locator("[data-sort=peak] button").click();

      assertThat(rows.first()).containsText("Billing");
      assertThat(page.locator("[data-sort=peak]")).hasAttribute("aria-sort", "descending");
      assertThat(page).hasURL(dashboard.url("/history?queue=Billing&alert=none&sort=-peak"));
      page.reload();
      assertThat(rows.first()).containsText("Billing");
      assertThat(page.locator("#csv"))
          .hasAttribute("href", "/api/history.csv?queue=Billing&alert=none&sort=-peak");

      String id = rows.first().locator("a").getAttribute("href");
      rows.first().locator("a").click();
      assertThat(page).hasURL(dashboard.url(id));
      assertThat(page.locator("#about")).containsText("Billing");
    }
  }

  @Test
  void searchesForWhatTheAddressAsksFor() {
    new BusyDay(topics, now).write();
    try (Page page = open("/history?emotion=fear", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#total")).not().hasText("120 calls");
      assertThat(page.locator("[name=emotion]")).hasValue("fear");
      assertThat(page.locator("#csv")).hasAttribute("href", "/api/history.csv?emotion=fear");
      assertThat(page).hasURL(dashboard.url("/history?emotion=fear"));
      assertThat(page).hasTitle("History · Temperline");
      page.keyboard().press("/");
      assertThat(page.locator("[name=text]")).isFocused();
    }
  }

  @Test
  void saysThatNothingWasFoundAndWhatCannotBeSearchedFor() {
    new BusyDay(topics, now).write();
    try (Page page = open("/history?text=nobody", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#empty")).isVisible();
      page.getByText("Clear").click();
      assertThat(page.locator("#total")).hasText("120 calls");
    }
    try (Page page = open("/history?sort=height", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#problem")).containsText("sort is 'height'");
      complaints.clear(); // the browser notes the refusal
    }
  }

  @Test
  void showsQueuesByTheQuarterHourAndHowAgentsTalk() {
    new BusyDay(topics, now).write();
    try (Page page = open("/queues", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#heat tbody tr")).hasCount(4);
      assertThat(page.locator("#heat tbody th").first()).hasText("Billing");
      assertThat(page.locator("#agents tbody tr")).hasCount(8);
      page.locator("[name=figure]").selectOption("alerts");
      assertThat(page).hasURL(dashboard.url("/queues?figure=alerts"));
    }
  }
}
