package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationCommandTest {

  private static final int RATE = 8_000;
  private static final int[] CALLER = {1, 4};
  private static final int[] AGENT = {5, 7};

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();

  @Test
  void tellsPeopleHowACallIsTalked() throws IOException {
    assertThat(command.run("analyze", "--conversation", wav("a.wav", CALLER, AGENT).toString()))
        .isZero();

    assertThat(command.lines())
        .contains(
            "a: 10.0 s, 10.0 s of it of both sides",
            "  talk share                  60.0 %      40.0 %",
            "  response, longest                -       1.0 s",
            "  caller's pitch          200 Hz, at the end against the beginning -",
            "  silence                 50.0 %, longest 3.0 s, at the end 3.0 s")
        .hasSize(19);
  }

  @Test
  void printsAJsonObjectForEveryCallOfTwoFiles() throws IOException {
    wav("b_agent.wav", AGENT);
    wav("b_caller.wav", CALLER);
    wav("c.wav", CALLER, AGENT);

    assertThat(command.run("analyze", "--conversation", "--json", folder.toString())).isZero();

    assertThat(json()).hasSize(2);
    assertThat(json().get(0).get("call").asText()).isEqualTo("b");
    JsonNode figures = json().get(0).get("conversation");
    assertThat(figures).isEqualTo(json().get(1).get("conversation"));
    assertThat(figures.at("/caller/speechMs").asInt()).isEqualTo(3_000);
    assertThat(figures.at("/agent/responses/longestMs").asInt()).isEqualTo(1_000);
    assertThat(figures.at("/silence/sinceMs").asInt()).isEqualTo(7_000);
  }

  @Test
  void knowsNothingOfAnAgentWhoWasNotRecorded() throws IOException {
    Path mono = wav("mono.wav", CALLER);
    assertThat(command.run("analyze", "--conversation", "--json", mono.toString())).isZero();

    assertThat(command.err().lines())
        .singleElement()
        .asString()
        .startsWith("temperline: " + mono + ": only the caller was recorded")
        .contains("a stereo file or X_caller and X_agent");
    JsonNode figures = json().get(0).get("conversation");
    assertThat(figures.at("/caller/speechMs").asInt()).isEqualTo(3_000);
    assertThat(figures.at("/silence/share").isNull()).isTrue();
    assertThat(figures.at("/agent/talkShare").isNull()).isTrue();
  }

  @Test
  void countsTheHoldsThatAreTold() throws IOException {
    Files.writeString(
        folder.resolve("calls.json"), "{\"d\": {\"holds\": [{\"fromMs\": 4000, \"toMs\": 8000}]}}");

    command.run("analyze", "--conversation", "--json", wav("d.wav", CALLER, AGENT).toString());

    JsonNode figures = json().get(0).get("conversation");
    assertThat(figures.at("/hold/totalMs").asInt()).isEqualTo(4_000);
    assertThat(figures.at("/agent/speechMs").asInt()).isZero();
    assertThat(figures.at("/silence/longestMs").asInt()).isEqualTo(2_000);
  }

  @Test
  void theDocumentationNamesEveryFigureAndNoOther() throws IOException {
    command.run("analyze", "--conversation", "--json", wav("e.wav", CALLER, AGENT).toString());

    List<String> names = new ArrayList<>();
    collect("", json().get(0).get("conversation"), names);
    List<String> documented =
        Files.readAllLines(Path.of("../docs/conversation.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|")[1])
            .flatMap(cell -> List.of(cell.trim().split(", ")).stream())
            .map(name -> name.replace("`", ""))
            .toList();
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            names.stream()
                .map(name -> name.startsWith("agent.") ? "agent..." : name)
                .distinct()
                .toList());
  }

  @Test
  void aModelIsRefusedWhereNoneIsAsked() throws IOException {
    String call = wav("f.wav", CALLER, AGENT).toString();

    command.assertRefused(
        "--score-agents is for emotions and --conversation says none: leave one of them out",
        "analyze",
        "--conversation",
        "--score-agents",
        call);
    command.assertRefused(
        "--model is for emotions", "analyze", "--conversation", "--model", "m", call);
  }

  private static void collect(String path, JsonNode node, List<String> names) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = path + field.getKey();
      if (field.getValue().isObject()) {
        collect(name + ".", field.getValue(), names);
      } else {
        names.add(name);
      }
    }
  }

  private List<JsonNode> json() throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : command.lines()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    return objects;
  }

  /** Ten seconds, on each channel a tone between two seconds. */
  private Path wav(String name, int[]... channels) throws IOException {
    byte[] bytes = new byte[2 * RATE * 10 * channels.length];
    for (int channel = 0; channel < channels.length; channel++) {
      for (int i = channels[channel][0] * RATE; i < channels[channel][1] * RATE; i++) {
        int sample = (int) (8_000 * Math.sin(2 * Math.PI * 200 * i / RATE));
        int at = 2 * (i * channels.length + channel);
        bytes[at] = (byte) sample;
        bytes[at + 1] = (byte) (sample >> 8);
      }
    }
    Path file = folder.resolve(name);
    AudioFormat format = new AudioFormat(RATE, 16, channels.length, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes), format, 10L * RATE),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }
}
