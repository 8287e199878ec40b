package io.temperline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/rules.md says is so. */
class RulesPageTest {

  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private final String page = read();

  @Test
  void theTableIsTheVocabulary() {
    String table =
        Arrays.stream(Figure.values())
            .map(
                figure ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            figure.word(),
                            figure.type().inRules(),
                            figure.unit(),
                            figure.meaning()))
            .collect(Collectors.joining());

    assertThat(page).contains("| --- | --- | --- | --- |\n" + table + "\n");
  }

  @Test
  void everyRuleSetOnThePageLoads() {
    assertThat(ruleSets()).hasSize(3).allSatisfy(yaml -> new RuleSetLoader().load(yaml));
  }

  @Test
  void theExampleDoesWhatThePageSays() {
    PhoneCall call =
        PhoneCall.under(ruleSets().get(1))
            .with("attributes", Map.of("tier", "gold"))
            .with("holds", 1L)
            .with("anger", 0.3)
            .with("on_hold", true);
    for (int second = 0; second < 100; second++) {
      call.with("hold", Duration.ofSeconds(second)).isSilentFor(1);
    }
    call.with("on_hold", false).with("hold", Duration.ZERO).isSilentFor(3);

    assertThat(call.story())
        .containsExactly(
            "21s gold-customer-waits-upset: raised",
            "81s gold-customer-waits-upset: worse",
            "101s gold-customer-waits-upset: better",
            "102s gold-customer-waits-upset: cleared, calm");
  }

  @Test
  void theRefusalsReadAsOnThePage() {
    String yaml =
        """
        version: v
        rules:

          - name: a
            expr: angr >= 0.3
            for: 2s
            severity: crtical



          - name: b
            expr: silence > 8
            severity: info
        """;

    assertThatThrownBy(() -> new RuleSetLoader().load(yaml))
        .satisfies(refusal -> assertThat(page).contains("```\n" + refusal.getMessage() + "\n```"));
  }

  private List<String> ruleSets() {
    return YAML.matcher(page).results().map((MatchResult block) -> block.group(1)).toList();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("..", "docs", "rules.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
