package io.temperline.standalone.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temperline.standalone.CommandRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescoreCommandTest {

  private static final String CALL = "../gateway/calls/cold-flat.flac";
  private static final Path SHIPPED =
      Path.of("../speech/src/main/resources/io/temperline/speech/model/shipped");

  private final CommandRunner command = new CommandRunner();

  @Test
  void theSameModelChangesNothing() {
    assertThat(command.run("rescore", "--from", CALL, "--model", SHIPPED.toString())).isZero();

    assertThat(command.out())
        .contains("windows of 1 call heard by both")
        .contains("the likeliest emotion is another in 0 (0 %)")
        .doesNotContain("only");
  }

  @Test
  void aModelThatIsLessSureShiftsTheMeansButHeardTheSame(@TempDir Path folder) throws Exception {
    Path unsure = withTemperature(folder, 50);

    assertThat(command.run("rescore", "--from", CALL, "--model", unsure.toString(), "--json"))
        .isZero();
    JsonNode changed = new ObjectMapper().readTree(command.out());

    assertThat(changed.get("windowsOnlyBefore").asInt()).isZero();
    assertThat(changed.get("scored").asInt()).isPositive();
    JsonNode angry = changed.get("emotions").get("angry");
    assertThat(angry.get("before").asDouble()).isGreaterThan(0.3);
    assertThat(angry.get("now").asDouble()).isBetween(0.08, 0.2);
    assertThat(changed.get("alertsBefore").asInt()).isPositive();
    assertThat(changed.get("alertsNow").asInt()).isZero();
    assertThat(changed.get("onlyBefore").get(0).get("rule").asText()).isEqualTo("sustained-anger");
  }

  private static Path withTemperature(Path folder, double temperature) throws Exception {
    ObjectMapper json = new ObjectMapper();
    var manifest = (ObjectNode) json.readTree(SHIPPED.resolve("model.json").toFile());
    manifest.put("temperature", temperature);
    Files.copy(SHIPPED.resolve("weights.bin"), folder.resolve("weights.bin"));
    json.writeValue(folder.resolve("model.json").toFile(), manifest);
    return folder;
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    String model = SHIPPED.toString();
    command.assertRefused(
        "no Kafka broker answers at 127.0.0.1:1",
        "rescore",
        "--from",
        CALL,
        "--model",
        model,
        "--to",
        "tuesday",
        "--bootstrap",
        "127.0.0.1:1");
    command.assertRefused(
        "--against is for --from", "rescore", "--from-topic", "--model", model, "--against", model);
    command.assertRefused(
        "--to takes letters", "rescore", "--from-topic", "--model", model, "--to", "../x");
    command.assertRefused(
        "the live topic temperline.audio has that name",
        "rescore",
        "--from-topic",
        "--model",
        model,
        "--to",
        "audio");
    command.assertRefused("specify one of these", "rescore", "--model", model);
    command.assertRefused("model.json is missing", "rescore", "--from", CALL, "--model", "nowhere");
  }
}
