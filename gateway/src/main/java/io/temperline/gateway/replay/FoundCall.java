package io.temperline.gateway.replay;

import io.temperline.gateway.replay.CallFiles.Sides;
import io.temperline.gateway.replay.CallFiles.Whole;
import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.audio.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.Optional;

/** A call whose recordings were found, and not read yet. */
public final class FoundCall {

  private final String callId;
  private final CallFiles files;
  private final CallDetails details;

  FoundCall(String callId, CallFiles files, CallDetails details) {
    this.callId = callId;
    this.files = files;
    this.details = details;
  }

  /** The file that the caller is in, as it was named. */
  public Path callerFile() {
    return files.caller();
  }

  /** The file that the agent is in, as it was named, if the agent was recorded at all. */
  public Path agentFile() {
    return files.agent();
  }

  /**
   * Decodes the recordings; mu-law takes 8 kB a second and side.
   *
   * @throws UnusableRecordingsException where a file is no recording or has more than its channels
   */
  public RecordedCall read() {
    if (files instanceof Sides sides) {
      return call(mono(sides.caller()), sides.other().map(FoundCall::mono));
    }
    Path file = ((Whole) files).file();
    Recording recording = recording(file);
    return switch (recording.channels().length) {
      case 1 -> call(side(recording, 0), Optional.empty());
      case 2 -> call(side(recording, 0), Optional.of(side(recording, 1)));
      default -> throw tooManyChannels(file, recording, "a call has a caller and an agent");
    };
  }

  private RecordedCall call(byte[] caller, Optional<byte[]> agent) {
    return new RecordedCall(callId, caller, agent, details);
  }

  private static byte[] mono(Path file) {
    Recording recording = recording(file);
    if (recording.channels().length > 1) {
      throw tooManyChannels(file, recording, "a file named for one side must be mono");
    }
    return side(recording, 0);
  }

  private static Recording recording(Path file) {
    try {
      return Recordings.read(file);
    } catch (UnreadableRecordingException e) {
      throw new UnusableRecordingsException(e.getMessage(), e);
    }
  }

  private static byte[] side(Recording recording, int channel) {
    return TelephoneLine.carry(recording.channels()[channel], recording.sampleRate());
  }

  private static UnusableRecordingsException tooManyChannels(
      Path file, Recording recording, String why) {
    return new UnusableRecordingsException(
        file + " has " + recording.channels().length + " channels: " + why);
  }
}
