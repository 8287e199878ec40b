package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyCommandTest {

  private final CommandRunner command = new CommandRunner();

  @Test
  void theTextNamesTheGroupTheStoresAndTheirChangelogs() {
    assertThat(command.run("topology")).isZero();

    assertThat(command.out())
        .contains("consumer group temperline")
        .containsPattern("frames-in +topic temperline.audio → frames-check")
        .containsPattern("listen +→ applied, emotions, inferred-ends")
        .contains("keeps audio-chunks, call-state, conversations, early-frames, unheard-ends")
        .containsPattern("history-out +topic temperline.history")
        .containsPattern("call-state +topic temperline-call-state-changelog");
    assertThat(command.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void theDocumentShowsTheDiagramAsItIs() throws IOException {
    assertThat(command.run("topology", "--format", "mermaid")).isZero();

    assertThat(Files.readString(Path.of("../docs/topology.md")))
        .as("made by ./temperline topology --format mermaid")
        .contains("```mermaid\n" + command.out() + "```");
  }

  @Test
  void theDiagramForGraphvizHasEveryTopicProcessorAndStore() {
    assertThat(command.run("topology", "--format", "dot")).isZero();

    assertThat(command.out())
        .startsWith("digraph \"temperline\" {")
        .contains("\"temperline.audio\" -> \"frames-check\"")
        .contains("\"store call-state\" -> \"listen\" [style=dotted, dir=none]")
        .contains("\"histories\" -> \"temperline.history\"")
        .endsWith("}%n".formatted());
  }

  @Test
  void anApplicationsOwnFileGivesItsName(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("app.properties"),
            """
            bootstrap.servers=nobody.invalid:9092
            schema.registry.url=http://nobody.invalid:8081
            application.id=night-shift
            """);

    assertThat(command.run("topology", file.toString())).isZero();

    assertThat(command.out())
        .contains("consumer group night-shift")
        .contains("night-shift-call-state-changelog");
  }

  @Test
  void whatIsWrongWithTheFileIsSaidInOneLine(@TempDir Path folder) throws IOException {
    command.assertRefused("there is no such file", "topology", folder + "/none.properties");
    command.assertRefused(
        folder + " is a folder: name a properties file", "topology", folder.toString());
    command.assertRefused("expected one of", "topology", "--format", "svg");
  }
}
