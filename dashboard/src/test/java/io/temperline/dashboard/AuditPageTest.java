package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.audit.BusyAudit;
import io.temperline.dashboard.audit.TrailInMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit as an auditor reads it. */
class AuditPageTest extends BrowserTest {

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return Staff.settings(folder);
  }

  @Test
  void filtersPagesAndLeadsToTheCall() {
    new BusyAudit(dashboard, now).write();
    try (Page page = openAs("otto", "/audit")) {
      Locator rows = page.locator("#rows tr");
      assertThat(page.locator("#total")).hasText("68 entries"); // the auditor's login too
      assertThat(rows).hasCount(50);
      assertThat(rows.first()).containsText("otto");
      assertThat(rows.nth(1)).containsText("Had a call erased");
      page.getByText("Next").click();
      assertThat(page.locator("#where")).hasText("Page 2 of 2");
      assertThat(rows).hasCount(18);

      page.locator("[name=who]").fill("bea");
      page.locator("[name=action]").selectOption("ACKNOWLEDGED");
      assertThat(rows).hasCount(1);
      assertThat(rows.first()).containsText("c-2041/sustained-anger/118");
      assertThat(page).hasURL(dashboard.url("/audit?who=bea&action=ACKNOWLEDGED"));
      page.reload();
      assertThat(rows).hasCount(1);
      rows.first().locator("a").click();
      assertThat(page).hasURL(dashboard.url("/calls/c-2041"));
    }
  }

  @Test
  void asksForTheDaysThatAreChosen() {
    new BusyAudit(dashboard, now.minus(Duration.ofDays(40))).write();
    try (Page page = openAs("otto", "/audit?who=ada")) {
      assertThat(page.locator("#empty")).hasText("Nothing was told that fits.");
      assertThat(page.locator("#reach")).hasText("Of the last 24 hours");
      page.locator("[name=from]").fill(day(page, 42));
      assertThat(page.locator("#total")).hasText("4 entries");
      page.locator("[name=to]").fill(day(page, 41));
      assertThat(page.locator("#empty")).isVisible();
    }
  }

  @Test
  void saysThatItCannotBeReadAndGoesOnShowingWhatItHas() {
    new BusyAudit(dashboard, now).write();
    try (Page page = openAs("otto", "/audit?who=ada")) {
      assertThat(page.locator("#total")).hasText("4 entries");
      dashboard.bean(TrailInMemory.class).goAway();
      page.locator("[name=who]").fill("bea");
      assertThat(page.locator("#problem")).hasText("nobody is there");
      assertThat(page.locator(".freshness")).hasText("nobody is there; trying again");
      assertThat(page.locator(".as-of")).containsText("As of");
      assertThat(page.locator("#total")).hasText("4 entries");
      complaints.clear(); // that it was refused is just what is wanted here
    }
  }

  @Test
  void isInTheMenuOfThoseWhoMayReadIt() {
    try (Page page = openAs("otto", "/history")) {
      assertThat(page.locator(".pages")).containsText("Audit");
    }
    try (Page page = openAs("sam", "/history")) {
      assertThat(page.locator(".pages")).containsText("Health");
      assertThat(page.locator(".pages")).not().containsText("Audit");
    }
  }

  /** The day so many days ago in the browser's zone. */
  private static String day(Page page, int ago) {
    return (String)
        page.evaluate(
            """
            ago => {
              const day = new Date(Date.now() - ago * 86400000);
              const two = n => String(n).padStart(2, '0');
              return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
            }
            """,
            ago);
  }

  private Page openAs(String who, String path) {
    return openAs(who, path, ColorScheme.LIGHT, 1440, 900);
  }
}
