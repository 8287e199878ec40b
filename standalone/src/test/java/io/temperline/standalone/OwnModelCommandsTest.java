package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with a TorchScript model of the user's own. */
class OwnModelCommandsTest {

  private static final Path FILES = Path.of("../speech/src/test/resources/torchscript");
  private static final Path CALL = Path.of("../gateway/calls");

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();

  @BeforeEach
  void writeModel() throws IOException {
    Files.copy(FILES.resolve("waveform.pt"), folder.resolve("model.pt"));
    writeManifest("angry");
  }

  @Test
  void analyzeSaysWhatTheModelMakesOfACallInItsOwnWindows() throws IOException {
    assertThat(command.run("analyze", anyCall(), "--model", folder.toString(), "--json")).isZero();

    assertThat(command.out().lines().findFirst().orElseThrow())
        .contains("\"startMs\":0,\"endMs\":2000");
    assertThat(command.out()).contains("\"probabilities\":{\"neutral\":").contains("\"angry\":");
  }

  @Test
  void analyzeTakesAModelWithoutAnger() throws IOException {
    writeManifest("furious");

    assertThat(command.run("analyze", anyCall(), "--model", folder.toString())).isZero();

    assertThat(command.out()).contains("furious 0.");
  }

  @Test
  void demoAndStreamsRefuseAModelWithoutAnger() throws IOException {
    writeManifest("furious");

    command.assertRefused("the model own has no label 'angry'", demo());
    command.assertRefused("the model own has no label 'angry'", "streams", settings());
  }

  @Test
  void demoAndStreamsRefuseABrokenModelBeforeAnythingStarts() throws IOException {
    Files.writeString(folder.resolve("model.pt"), "no network");

    command.assertRefused("model.pt is no TorchScript file", demo());
    command.assertRefused("model.pt is no TorchScript file", "streams", settings());
  }

  @Test
  void streamsRefusesASettingThatTheModelCannotDoBeforeItLooksForKafka() throws IOException {
    command.assertRefused(
        "takes windows of 2000 ms", "streams", settings("temperline.window.length.ms=3000"));
  }

  private String[] demo() {
    return new String[] {
      "demo",
      "--model",
      folder.toString(),
      "--http-port",
      "0",
      "--kafka-port",
      "0",
      "--registry-port",
      "0",
      "--calls",
      CALL.toString()
    };
  }

  private String settings(String... more) throws IOException {
    Path file = folder.resolve("app.properties");
    Files.write(
        file,
        List.of(
            "bootstrap.servers=127.0.0.1:1",
            "schema.registry.url=http://127.0.0.1:1",
            "temperline.model=" + folder,
            String.join("\n", more)));
    return file.toString();
  }

  private void writeManifest(String anger) throws IOException {
    Files.writeString(
        folder.resolve("model.json"),
        """
        {
          "name": "own",
          "version": "1",
          "labels": ["neutral", "sad", "%s"],
          "window": {"length": "PT2S", "hop": "PT1S"},
          "network": {
            "torchScript": "model.pt",
            "input": {"type": "WAVEFORM", "sampleRate": 16000},
            "output": "LOGITS"
          },
          "temperature": 1.0,
          "uncertainBelow": 0.35
        }
        """
            .formatted(anger));
  }

  private static String anyCall() throws IOException {
    try (var calls = Files.list(CALL)) {
      return calls
          .map(Path::toString)
          .filter(name -> name.endsWith(".flac") || name.endsWith(".wav"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
