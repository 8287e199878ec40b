package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {

  private final CommandRunner command = new CommandRunner();

  @TempDir private Path folder;

  @Test
  void ourTopicsAndTheChangelogsAreATable() {
    assertThat(command.run("topics", "--print", "--partitions", "12")).isZero();

    assertThat(command.out())
        .containsPattern("temperline.audio +12 +delete +15 min +the broker's time, segments of 5")
        .containsPattern(
            "temperline.history +12 +compact,delete +last, 180 days +tombstones 30 days, cleaned in 1")
        .containsPattern("temperline.undelivered +12 +delete +7 days")
        .containsPattern("temperline.audit +12 +delete +365 days")
        .containsPattern("temperline-call-state-changelog +12 +compact +last per key")
        .containsPattern("temperline-audio-chunks-changelog +12 +compact,delete +last, 1 h");
    assertThat(command.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void permissionsAreCommandsForEachWhoTakesPart() {
    assertThat(command.run("topics", "--print", "--principal", "streams=User:CN=streams")).isZero();

    assertThat(command.out().replaceAll("\\\\\\R +", ""))
        .contains(
            "--allow-principal User:CN=streams --operation Read --topic temperline.audio"
                + " --topic temperline.calls")
        .contains("--operation Read --group temperline")
        .contains("--resource-pattern-type prefixed --transactional-id temperline-")
        .contains("--allow-principal User:temperline-gateway --operation Write")
        .contains(
            "--allow-principal User:temperline-dashboard --operation Write"
                + " --topic temperline.audio --topic temperline.audit --topic temperline.calls"
                + " --topic temperline.commands --topic temperline.rules"
                + " --topic temperline.undelivered")
        .contains("--operation Read --resource-pattern-type prefixed --group temperline-delivery-")
        .contains(
            "--allow-principal User:temperline-dashboard --operation Write"
                + " --transactional-id temperline.rules")
        .contains("--allow-principal User:crm --operation Read --topic temperline.history");
  }

  @Test
  void anApplicationsOwnFileGivesNamesAndTheBroker() throws IOException {
    String file = file("application.id=night-shift", "topic.min.insync.replicas=2");

    assertThat(command.run("topics", "--print", file)).isZero();

    assertThat(command.out())
        .contains("--bootstrap-server nobody.invalid:9092")
        .contains("--group night-shift")
        .containsPattern("night-shift-call-history-changelog .*min.insync.replicas=2");
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws IOException {
    command.assertRefused("--print | --create", "topics");
    command.assertRefused("--create needs FILE", "topics", "--create");
    command.assertRefused("take 1 or more", "topics", "--print", "--partitions", "0");
    command.assertRefused("--principal", "topics", "--print", "--principal", "boss=User:me");
    command.assertRefused(
        "no Kafka broker answers at nobody.invalid:9092", "topics", "--create", file());
  }

  @Test
  void settingsThatDoNotFitAreRefusedBeforeAnybodyIsAsked() throws IOException {
    String file = file("group.protocol=streams", "num.standby.replicas=1");

    command.assertRefused("num.standby.replicas means nothing", "streams", file);
    command.assertRefused("num.standby.replicas means nothing", "topics", "--print", file);
  }

  private String file(String... further) throws IOException {
    return Files.writeString(
            folder.resolve("app.properties"),
            """
            bootstrap.servers=nobody.invalid:9092
            schema.registry.url=http://nobody.invalid:8081
            """
                + String.join("\n", further))
        .toString();
  }
}
