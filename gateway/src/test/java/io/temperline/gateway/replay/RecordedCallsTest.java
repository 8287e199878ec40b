package io.temperline.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.gateway.replay.CallDetails.Hold;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Direction;
import io.temperline.speech.audio.TelephoneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedCallsTest {

  private static final double LOUD = 0.5;
  private static final double SOFT = 0.1;

  @TempDir Path folder;

  @Test
  void a_stereo_file_has_the_caller_on_the_left_and_the_agent_on_the_right() throws IOException {
    Path file = TestAudio.wav(folder.resolve("parcel.wav"), 800, LOUD, SOFT);

    RecordedCall call = onlyCall(file);

    assertThat(call.callId()).isEqualTo("parcel");
    assertThat(call.durationMs()).isEqualTo(100);
    assertThat(level(call.caller())).isEqualTo(LOUD);
    assertThat(level(call.agent().orElseThrow())).isEqualTo(SOFT);
  }

  @Test
  void a_mono_file_is_the_caller_whatever_else_its_name_says() throws IOException {
    Path file = TestAudio.wav(folder.resolve("parcel_mixed.wav"), 800, LOUD);

    RecordedCall call = onlyCall(file);

    assertThat(call.callId()).isEqualTo("parcel_mixed");
    assertThat(call.agent()).isEmpty();
    assertThat(level(call.caller())).isEqualTo(LOUD);
  }

  @Test
  void files_named_for_the_two_sides_are_one_call() throws IOException {
    TestAudio.wav(folder.resolve("parcel_agent.wav"), 400, SOFT);
    TestAudio.wav(folder.resolve("parcel_Caller.WAV"), 800, LOUD);

    RecordedCall call = onlyCall(folder);

    assertThat(call.callId()).isEqualTo("parcel");
    assertThat(level(call.caller())).isEqualTo(LOUD);
    assertThat(call.caller()).hasSize(800);
    assertThat(level(call.agent().orElseThrow())).isEqualTo(SOFT);
    assertThat(call.agent().orElseThrow()).hasSize(400);
  }

  @Test
  void a_caller_without_an_agent_is_a_call() throws IOException {
    Path file = TestAudio.wav(folder.resolve("parcel_caller.wav"), 800, LOUD);

    RecordedCall call = onlyCall(file);

    assertThat(call.callId()).isEqualTo("parcel");
    assertThat(call.agent()).isEmpty();
  }

  @Test
  void sides_in_different_folders_are_not_one_call() throws IOException {
    TestAudio.wav(folder.resolve("monday/parcel_caller.wav"), 800, LOUD);
    TestAudio.wav(folder.resolve("tuesday/parcel_agent.wav"), 800, SOFT);

    refuses(folder).hasMessageContaining("parcel_agent.wav: there is no parcel_caller file");
  }

  @Test
  void a_side_that_is_there_twice_is_refused() throws IOException {
    TestAudio.wav(folder.resolve("parcel_caller.wav"), 800, LOUD);
    TestAudio.wav(folder.resolve("parcel_caller.wave"), 800, LOUD);

    refuses(folder).hasMessageContaining("this call's caller is already in");
  }

  @Test
  void more_than_two_channels_are_refused() throws IOException {
    Path file = TestAudio.wav(folder.resolve("conference.wav"), 800, LOUD, SOFT, SOFT);

    refuses(file).hasMessage(file + " has 3 channels: a call has a caller and an agent");
  }

  @Test
  void a_file_for_one_side_with_two_channels_is_refused() throws IOException {
    Path file = TestAudio.wav(folder.resolve("parcel_caller.wav"), 800, LOUD, SOFT);

    refuses(file).hasMessageContaining("has 2 channels: a file named for one side must be mono");
  }

  @Test
  void a_folder_is_searched_to_its_depth_and_its_other_files_are_counted() throws IOException {
    TestAudio.wav(folder.resolve("b.wav"), 800, LOUD);
    TestAudio.wav(folder.resolve("a/deep/c.WAV"), 800, LOUD);
    Files.move(
        TestAudio.wav(folder.resolve("hidden.wav"), 800, LOUD),
        folder.resolve("without-extension"));
    Files.writeString(folder.resolve("notes.txt"), "RIFF, but only in words");
    Files.writeString(folder.resolve("a/empty.csv"), "");
    Files.writeString(folder.resolve("calls.json"), "{}");

    RecordedCalls found = RecordedCalls.find(List.of(folder));

    assertThat(ids(found)).containsExactly("c", "b", "without-extension");
    assertThat(found.passedOver()).isEqualTo(2);
  }

  @Test
  void calls_of_the_same_name_get_ids_of_their_own() throws IOException {
    TestAudio.wav(folder.resolve("monday/parcel.wav"), 800, LOUD);
    TestAudio.wav(folder.resolve("tuesday/parcel.wav"), 800, LOUD);
    TestAudio.wav(folder.resolve("wednesday/parcel.wav"), 800, LOUD);

    assertThat(ids(RecordedCalls.find(List.of(folder))))
        .containsExactly("parcel", "parcel-2", "parcel-3");
  }

  @Test
  void a_file_named_twice_is_one_call() throws IOException {
    Path file = TestAudio.wav(folder.resolve("parcel.wav"), 800, LOUD);

    assertThat(ids(RecordedCalls.find(List.of(file, folder)))).containsExactly("parcel");
  }

  @Test
  void what_is_not_a_recording_is_refused_in_one_line() throws IOException {
    Path missing = folder.resolve("missing.wav");
    Path empty = Files.createFile(folder.resolve("empty.wav"));
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear madam");
    Path silentFolder = Files.createDirectories(folder.resolve("nothing"));

    for (Path path : List.of(missing, empty, text, silentFolder)) {
      refuses(path).hasMessageStartingWith(path.toString()).hasMessageNotContaining("\n");
    }
  }

  @Test
  void a_damaged_recording_in_a_folder_is_not_passed_over() throws IOException {
    TestAudio.wav(folder.resolve("good.wav"), 800, LOUD);
    Path damaged = Files.writeString(folder.resolve("damaged.flac"), "");

    refuses(folder).hasMessageStartingWith(damaged.toString());
  }

  @Test
  void the_sidecar_tells_more_of_a_call() throws IOException {
    TestAudio.wav(folder.resolve("parcel.wav"), 800, LOUD);
    TestAudio.wav(folder.resolve("unknown.wav"), 800, LOUD);
    Files.writeString(
        folder.resolve("calls.json"),
        """
        {"parcel": {"customer": "C-1", "agent": "ada", "queue": "parcels", "language": "en-GB",
          "direction": "INBOUND", "callerInformed": "NOT_INFORMED", "startsAfterMs": 250,
          "holds": [{"fromMs": 40, "toMs": 80}], "attributes": {"tier": "gold"}}}
        """);

    List<RecordedCall> calls = RecordedCalls.find(List.of(folder)).calls();

    assertThat(calls.get(0).details())
        .isEqualTo(
            new CallDetails(
                "C-1",
                "ada",
                "parcels",
                "en-GB",
                Direction.INBOUND,
                CallerInformed.NOT_INFORMED,
                250,
                List.of(new Hold(40, 80)),
                Map.of("tier", "gold")));
    assertThat(calls.get(1).details()).isEqualTo(CallDetails.UNKNOWN);
  }

  @Test
  void a_sidecar_that_makes_no_sense_is_refused_with_its_line() throws IOException {
    TestAudio.wav(folder.resolve("parcel.wav"), 800, LOUD);
    Path sidecar = folder.resolve("calls.json");

    Files.writeString(sidecar, "{\n\"parcel\": {\"custommer\": \"C-1\"}}");
    refuses(folder)
        .hasMessageStartingWith(sidecar + ", line 2: ")
        .hasMessageContaining("custommer")
        .hasMessageNotContaining("\n");

    Files.writeString(sidecar, "{\"parcel\": {\"holds\": [{\"fromMs\": 80, \"toMs\": 40}]}}");
    refuses(folder).hasMessageContaining("a hold from 80 to 40 ms is not a stretch of time");
  }

  private static RecordedCall onlyCall(Path path) {
    List<RecordedCall> calls = RecordedCalls.find(List.of(path)).calls();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private static List<String> ids(RecordedCalls found) {
    return found.calls().stream().map(RecordedCall::callId).toList();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refuses(Path path) {
    return assertThatThrownBy(() -> RecordedCalls.find(List.of(path)))
        .isInstanceOf(UnusableRecordingsException.class);
  }

  /** The level of a constant signal, to the nearest tenth. */
  private static double level(byte[] muLaw) {
    return Math.round(TelephoneLine.heard(muLaw)[muLaw.length / 2] * 10) / 10.0;
  }
}
