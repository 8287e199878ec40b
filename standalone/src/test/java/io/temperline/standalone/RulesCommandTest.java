package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with rules and alerts without a broker. */
class RulesCommandTest {

  private static final String CALLS = "../gateway/calls";
  private static final String ANGRY_CALL = CALLS + "/cold-flat.flac";

  private static final String GOOD =
      """
      version: "mine-1"
      rules:
        - name: loud
          expr: anger >= 0.3
          for: 2s
          clock: speech
          keepFiring: {until: anger < 0.15, for: 5s}
          severity: critical
          annotations: {summary: "Anger {{ anger }}"}
        - {name: repairs, expr: 'call_age >= duration("5s")', severity: info, scope: {queue: [repairs]}}
      """;

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();

  @Test
  void aSetThatCanBeUsedIsNamed() throws IOException {
    String file = file("good.yaml", GOOD);

    assertThat(command.run("rules", "validate", file)).isZero();

    assertThat(command.lines()).containsExactly(file + ": version 'mine-1', 2 rules");
    assertThat(command.err()).isEmpty();
  }

  @Test
  void aFolderIsNoRuleSet() {
    command.assertRefused(
        folder + " is a folder: name a file", "rules", "validate", folder.toString());
  }

  @Test
  void everyProblemIsALineWithItsPlaceAndTheRightName() throws IOException {
    String good = file("good.yaml", GOOD);
    String bad = file("bad.yaml", GOOD.replace("anger >=", "angr >=").replace("info", "inof"));

    assertThat(command.run("rules", "validate", bad, good)).isEqualTo(1);

    assertThat(command.err().lines())
        .containsExactly(
            bad + ":4:11: rule 'loud': expr: nothing is called 'angr'; did you mean 'anger'?",
            bad + ":10:67: rule 'repairs': severity cannot be 'inof'; did you mean 'info'?");
    assertThat(command.lines()).hasSize(1);
  }

  @Test
  void anEmotionThatTheModelDoesNotKnowIsAProblem() throws IOException {
    String file = file("a.yaml", GOOD.replace("anger >= 0.3", "emotions['bored'] >= 0.3"));

    assertThat(command.run("rules", "validate", file)).isEqualTo(1);

    assertThat(command.err()).contains(":4:", "'bored'", "'boredom'?");
  }

  @Test
  void aDashIsStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("version: x".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(command.run("rules", "validate", "-")).isEqualTo(1);
    } finally {
      System.setIn(before);
    }
    assertThat(command.err()).startsWith("standard input:1:1: the rule set has no 'rules'");
  }

  @Test
  void theDefaultsArePrintedAsTheyAreAndCanBeUsed() throws IOException {
    assertThat(command.run("rules", "defaults")).isZero();

    assertThat(command.out()).isEqualTo(RuleSet.shippedYaml());
    assertThat(command.run("rules", "validate", file("d.yaml", RuleSet.shippedYaml()))).isZero();
  }

  @Test
  void recordingsAreJudgedTheSameWayEachTime() throws IOException {
    String file = file("good.yaml", GOOD);
    String[] test = {"rules", "test", file, "--calls", ANGRY_CALL, CALLS + "/opening-hours.flac"};

    assertThat(command.run(test)).isZero();
    String first = command.out();
    assertThat(command.run(test)).isZero();

    assertThat(command.out()).isEqualTo(first);
    assertThat(first)
        .startsWith("version 'mine-1' on 2 calls, ")
        .containsPattern("cold-flat +loud +critical +\\d\\d:\\d\\d +\\d\\d:\\d\\d +Anger 0\\.")
        .containsPattern("cold-flat +repairs +info +00:05 ")
        .containsPattern("(?m)^loud +1 +1 +\\d");
  }

  @Test
  void twoSetsAreHeldAgainstOneAnother() throws IOException {
    String file = file("good.yaml", GOOD);
    String later =
        file("later.yaml", GOOD.replace("mine-1", "mine-2").replace("for: 2s", "for: 4s"));

    assertThat(
            command.run("rules", "test", later, "--against", file, "--calls", ANGRY_CALL, "--json"))
        .isZero();

    JsonNode result = new ObjectMapper().readTree(command.out());
    JsonNode moved = result.get("against").get("moved");
    assertThat(result.get("version").asText()).isEqualTo("mine-2");
    assertThat(result.get("against").get("version").asText()).isEqualTo("mine-1");
    assertThat(moved).hasSize(1);
    assertThat(moved.get(0).get("alert").get("raisedMs").asLong())
        .isGreaterThanOrEqualTo(moved.get(0).get("against").get("raisedMs").asLong() + 2000);
    assertThat(result.get("against").get("only")).isEmpty();
    assertThat(result.get("against").get("onlyAgainst")).isEmpty();
  }

  @Test
  void theExampleOnThePageIsWhatTheCommandPrints() throws IOException {
    String page = Files.readString(Path.of("../docs/rules.md"));
    int example = page.indexOf("version: \"earlier-1\"");
    String file = file("earlier.yaml", page.substring(example, page.indexOf("```", example)));

    assertThat(command.run("rules", "test", file, "--calls", CALLS, "--against", "defaults"))
        .isZero();

    assertThat(page).contains("--against defaults\n" + command.out() + "```");
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws IOException {
    String good = file("good.yaml", GOOD);
    String config =
        file(
            "app.properties",
            "bootstrap.servers=nobody.invalid:9092\nschema.registry.url=http://nobody.invalid:1\n");

    command.assertRefused("there is no such file", "rules", "validate", "nowhere.yaml");
    command.assertRefused("there is no such file", "rules", "apply", "nowhere.yaml");
    command.assertRefused("--from takes a time", "rules", "apply", good, "--from", "tomorrow");
    command.assertRefused("--calls", "rules", "test", good);
    command.assertRefused("Unknown option: '--bogus'", "rules", "test", "--bogus");
    command.assertRefused("Unknown option: '--bogus'", "rules", "test", good, "--bogus");
    command.assertRefused(
        "'--againts' (did you mean --against?)", "rules", "test", "--againts", "in-force");
    command.assertRefused("Missing required parameter: 'FILE'", "rules", "apply");
    command.assertRefused(
        "--since is for --from-topic", "rules", "test", good, "--since", "1h", "--calls", CALLS);
    command.assertRefused("--since takes a time such as", "rules", "report", "--since", "lately");
    command.assertRefused(
        "no Kafka broker answers at nobody.invalid:9092", "rules", "list", "--config", config);
    command.assertRefused("is not an alert's id", "alerts", "ack", "nonsense");
    command.assertRefused("right or false-alarm", "alerts", "judge", "ada/loud/1", "maybe");
    command.assertRefused("nothing to note", "alerts", "note", "ada/loud/1", " ");
    command.assertRefused("--for takes a span", "alerts", "snooze", "ada/loud/1", "--for", "long");
    command.assertRefused("still to come", "alerts", "snooze", "ada/loud/1", "--for", "0s");
    command.assertRefused(
        "temperline: Missing required argument (specify one of these): (--for=SPAN | --until=TIME)",
        "alerts",
        "snooze",
        "ada/loud/1");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
