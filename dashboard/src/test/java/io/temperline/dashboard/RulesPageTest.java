package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.dashboard.rules.BackTesterInMemory;
import io.temperline.dashboard.rules.BusyDesk;
import io.temperline.rules.RuleSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules as whoever makes them sees them. */
class RulesPageTest extends BrowserTest {

  @Test
  void listsTheVersionsAndShowsHowOneDiffersFromTheOneInForce() {
    new BusyDesk(dashboard, now).write();
    try (Page page = open("/rules", ColorScheme.LIGHT, 1440, 900)) {
      Locator versions = page.locator("#versions li");
      assertThat(versions.locator(".version"))
          .hasText(
              new String[] {
                "season-1",
                BusyDesk.IN_FORCE,
                "old-form",
                "mistake-1",
                "strict-1",
                "autumn-1",
                RuleSet.shipped().version()
              });
      assertThat(versions.locator(".standing"))
          .hasText(
              new String[] {"Coming", "In force", "Unusable", "Withdrawn", "Over", "Over", "Over"});
      assertThat(page.locator("#set-title")).hasText(BusyDesk.IN_FORCE);
      assertThat(page.locator("#about")).containsText("Published by olga");
      assertThat(page.locator("#text")).containsText("queue: [Billing, Returns]");

      versions.getByText("strict-1").click();
      assertThat(page).hasURL(dashboard.url("/rules?version=strict-1"));
      page.getByText("Against autumn-2, in force").click();
      assertThat(page.locator("#text .removed .line").nth(2))
          .containsText("scope: {queue: [Billing, Returns]}");
      assertThat(page.locator("#text .added .line").nth(1)).hasText("    expr: anger >= 0.2");
      assertThat(page.locator("#text .row:not(.added, .removed)").first()).isVisible();

      versions.getByText("mistake-1").click();
      assertThat(page.locator("#about")).containsText("Withdrawn on");
      assertThat(page.locator("#withdraw")).isHidden();
      page.goBack();
      assertThat(page.locator("#set-title")).hasText("strict-1");
    }
  }

  @Test
  void marksAWrongExpressionWhereItIsAsOneTypes() {
    try (Page page = open("/rules", ColorScheme.LIGHT, 1440, 900)) {
      beginDraft(page);
      Locator yaml = page.locator("#yaml");
      assertThat(page.locator("#findings-count")).hasText("No problems.");

      yaml.fill("version: a\nrules:\n  - name: loud\n    severity: info\n    expr: 0.5 < ");
      page.keyboard().press("End");
      page.keyboard().type("angr");

      assertThat(page.locator("#findings button"))
          .hasText(
              "Line 5, column 17rule 'loud': expr: nothing is called 'angr'; did you mean 'anger'?");
      assertThat(page.locator(".under .mark")).hasText("angr");
      assertThat(page.locator(".gutter .wrong")).hasText("5");
      assertThat(page.locator("#apply")).isDisabled();
      assertThat(page.locator("#try")).isDisabled();

      page.keyboard().press("Control+Home");
      page.locator("#findings button").click();
      page.keyboard().type("anger");
      assertThat(page.locator("#findings-count")).hasText("No problems.");
      assertThat(yaml).hasValue(containing("expr: 0.5 < anger"));
      assertThat(page.locator(".under .mark")).hasCount(0);
      assertThat(page.locator("#apply")).isEnabled();
      assertThat(page.locator("[name=version]")).hasValue("a");

      yaml.fill("version: a\nrules: []\n");
      assertThat(page.locator("#findings-count")).containsText("nothing raises an alert");
      yaml.focus();

      page.keyboard().press("Tab");
      assertThat(yaml).not().isFocused();
    }
  }

  @Test
  void isEditedBackTestedAppliedThenInForceWithTheNameThenWithdrawn() throws Exception {
    new BusyDesk(dashboard, now).write();
    try (Page page = open("/rules", ColorScheme.LIGHT, 1440, 900)) {
      beginDraft(page);
      String version = page.locator("[name=version]").inputValue();
      assertThat(version).matches("\\d{4}-\\d\\d-\\d\\d\\.1");
      Locator yaml = page.locator("#yaml");
      assertThat(yaml).hasValue(containing("version: \"" + version + "\""));
      yaml.fill(yaml.inputValue().replace("rising-anger", "slow-anger"));
      assertThat(page.locator("#changes summary"))
          .hasText("Against autumn-2, in force: 2 lines more, 2 less");

      page.locator("#try").click();
      Locator outcome = page.locator("#outcome");
      assertThat(outcome.locator(".summary"))
          .hasText("3 calls, 1:00:00 together: 6 alerts with this set, 6 with autumn-2.");
      assertThat(
              outcome.locator("tr", new Locator.LocatorOptions().setHasText("slow-anger")).first())
          .containsText("slow-anger11.000.0100");
      assertThat(outcome.locator("h3").first()).hasText("Only with this set");
      assertThat(outcome.locator("a").first()).hasAttribute("href", "/calls/c-1042");

      page.locator("[name=by]").fill("olga");
      page.locator("#apply").click();
      Locator entry =
          page.locator("#versions li").filter(new Locator.FilterOptions().setHasText(version));
      assertThat(entry).containsText("In force");
      assertThat(entry).containsText("olga");
      assertThat(page.locator("#set-title")).hasText(version);
      assertThat(page.locator("#text")).containsText("slow-anger");

      beginDraft(page);
      assertThat(page.locator("[name=version]")).hasValue(version.replace(".1", ".2"));
      assertThat(page.locator("[name=by]")).hasValue("olga");
      page.locator("#discard").click();

      page.locator("#withdraw").click();
      page.locator("#sure").getByText("Cancel").click();
      assertThat(entry).containsText("In force");
      page.locator("#withdraw").click();
      page.locator("#sure-yes").click();
      assertThat(entry).containsText("Withdrawn");
      entry.click();
      assertThat(page.locator("#about")).containsText("Withdrawn by olga on");
      assertThat(page.locator("#versions [data-standing=IN_FORCE]"))
          .containsText(BusyDesk.IN_FORCE);
    }
  }

  @Test
  void aBackTestIsCancelledAndOneThatCannotBeIsExplained() throws Exception {
    BackTesterInMemory tester = dashboard.bean(BackTesterInMemory.class);
    tester.hold();
    try (Page page = open("/rules", ColorScheme.LIGHT, 1440, 900)) {
      beginDraft(page);
      page.locator("#try").click();
      tester.awaitBegun();
      assertThat(page.locator("#working")).containsText("Judging the calls of the last 4 hours");
      page.locator("#stop").click();
      assertThat(page.locator("#working")).hasText("Cancelled.");
      assertThat(tester.awaitEnded()).isTrue();
      assertThat(page.locator("#try")).isFocused();
    }
  }

  @Test
  void keepsADraftWhileOthersAreLookedAtAndSaysWhyItIsRefused() {
    new BusyDesk(dashboard, now).write();
    try (Page page = open("/rules?version=strict-1", ColorScheme.LIGHT, 1440, 900)) {
      beginDraft(page);
      page.locator("[name=version]").fill("autumn-1");
      page.locator("#versions").getByText("season-1").click();
      assertThat(page.locator("#yaml")).isHidden();
      page.locator("#versions [data-standing=DRAFT] a").click();
      assertThat(page.locator("#yaml")).hasValue(containing("version: \"autumn-1\""));

      page.locator("[name=by]").fill("olga");
      page.locator("#apply").click();
      assertThat(page.locator("#apply-problem")).containsText("is there with other content");
      complaints.clear(); // the browser notes the refusal

      page.onceDialog(dialog -> dialog.dismiss());
      page.evaluate("location.assign('/history')");
      assertThat(page.locator("#yaml")).isVisible();
      page.locator("#discard").click();
      page.locator("#sure-yes").click();
      assertThat(page.locator("#set-title")).hasText("strict-1");
    }
  }

  @Test
  void showsOneThingAtATimeOnAPhone() {
    new BusyDesk(dashboard, now).write();
    try (Page page = open("/rules", ColorScheme.LIGHT, 390, 844)) {
      page.locator("#versions").getByText("season-1").click();
      assertThat(page.locator("#versions")).isHidden();
      assertThat(page.locator("#text")).containsText("for: 4s");
      page.locator("#set .back").click();
      assertThat(page.locator("#versions")).isVisible();
      assertThat(page.locator("#set")).isHidden();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("rules-list-phone.png")));
    }
  }

  @Test
  void aDifferenceGivesBackBothTextsAndIsNoLongerThanItMust() {
    try (Page page = open("/rules", ColorScheme.LIGHT, 1440, 900)) {
      Object wrong =
          page.evaluate(
              """
              async () => {
                const { difference } = await import('/assets/line-difference.js');
                const side = (rows, sign) => rows.filter(row => row.sign === ' ' || row.sign === sign).map(row => row.text).join();
                const changes = (before, after) => difference(before, after).filter(row => row.sign !== ' ').length;
                const wrong = [];
                let seed = 1;
                const chance = n => (seed = seed * 48271 % 2147483647) % n;
                for (let i = 0; i < 500; i++) {
                  const [before, after] = [0, 1].map(() => Array.from({ length: chance(9) }, () => 'abc'[chance(3)]));
                  const rows = difference(before, after);
                  if (side(rows, '-') !== before.join() || side(rows, '+') !== after.join()) wrong.push([before, after]);
                }
                if (changes([...'abcabba'], [...'cbabac']) !== 5) wrong.push('Myers');
                if (changes(['a'], ['a']) !== 0 || changes([], ['a']) !== 1) wrong.push('ends');
                const long = Array.from({ length: 4_000 }, (_, i) => `${i}`);
                if (changes(long, long.map(line => `${line}.`)) !== 8_000) wrong.push('long');
                return wrong;
              }
              """);
      assertThat((List<?>) wrong).isEmpty();
    }
  }

  @Test
  void theEditorKeepsTheRulesOfAccessibilityAndHasItsPictureTaken() {
    new BusyDesk(dashboard, now).write();
    edit("rules-edit-light", ColorScheme.LIGHT, 1440, 900);
    edit("rules-edit-dark", ColorScheme.DARK, 1440, 900);
    edit("rules-edit-phone", ColorScheme.LIGHT, 390, 844);
  }

  private void edit(String picture, ColorScheme scheme, int width, int height) {
    try (Page page = open("/rules?version=" + BusyDesk.IN_FORCE, scheme, width, height)) {
      beginDraft(page);
      Locator yaml = page.locator("#yaml");
      yaml.fill(yaml.inputValue().replace("rising-anger", "slow-anger"));
      page.locator("#try").click();
      assertThat(page.locator("#outcome .summary")).isVisible();
      yaml.fill(
          yaml.inputValue()
              .replace(
                  "severity: warning\n    action: raise", "severity: wrning\n    action: raise")
              .replace("expr: anger >= 0.3", "expr: angr >= 0.3"));
      assertThat(page.locator("#findings button")).hasCount(2);
      page.locator("#findings button").first().click();
      page.locator("#changes summary").click();
      assertThat(page.locator("#changes .added")).hasCount(4);
      AxeResults found =
          new AxeBuilder(page)
              .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
              .analyze();
      assertThat(found.getViolations())
          .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
          .isEmpty();
      Object apart =
          page.evaluate(
              "document.querySelector('#yaml').scrollHeight - document.querySelector('.under').scrollHeight");
      assertThat(apart).as("pixels that marks are away from what they mark").isEqualTo(0);
      Object tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      assertThat((Integer) tooWide).isLessThanOrEqualTo(0);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(picture + ".png"))
              .setFullPage(true));
    }
  }

  private static void beginDraft(Page page) {
    page.locator("#edit").click();
    assertThat(page.locator("#yaml")).isFocused();
  }

  private static Pattern containing(String text) {
    return Pattern.compile(text.replaceAll("([.\\[\\](){}|])", "\\\\$1"));
  }
}
