package io.temperline.gateway.replay;

import io.temperline.gateway.replay.CallFiles.Sides;
import io.temperline.gateway.replay.CallFiles.Whole;
import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.audio.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls found in recordings.
 *
 * <p>A stereo file is a call with the caller on the left and the agent on the right; {@code
 * X_caller.*} and {@code X_agent.*} in one folder are the call X; any other mono file is a call of
 * which only the caller is known. A call's id is its file's name without extension; where an
 * earlier call has that name, {@code -2}, {@code -3} and so on is added. {@code calls.json} beside
 * the recordings may tell more of them: an object from name to {@link CallDetails}.
 *
 * <p>Each file is decoded in turn and kept as mu-law, 8 kB a second and side.
 *
 * @param calls in the order of the paths named, a folder's in the order of its paths
 * @param passedOver how many files of the folders named are neither WAV nor FLAC
 */
public record RecordedCalls(List<RecordedCall> calls, int passedOver) {

  public RecordedCalls {
    calls = List.copyOf(calls);
  }

  /**
   * @param paths WAV and FLAC files, and folders, searched with all that is in them
   * @throws UnusableRecordingsException where a path does not exist, a file is not a recording or
   *     has more than two channels, sides do not make a call, or a folder has no recording
   */
  public static RecordedCalls find(List<Path> paths) {
    RecordingFiles found = RecordingFiles.in(paths);
    Map<Path, CallSidecar> sidecars = new HashMap<>();
    Set<String> ids = new HashSet<>();
    List<RecordedCall> calls = new ArrayList<>();
    for (CallFiles files : CallFiles.pair(found.files())) {
      CallSidecar sidecar = sidecars.computeIfAbsent(files.folder(), CallSidecar::in);
      String id = unique(files.name(), ids);
      Sound sound = read(files);
      calls.add(new RecordedCall(id, sound.caller, sound.agent, sidecar.of(files.name())));
    }
    return new RecordedCalls(calls, found.passedOver());
  }

  private static String unique(String name, Set<String> taken) {
    String id = name;
    for (int n = 2; !taken.add(id); n++) {
      id = name + "-" + n;
    }
    return id;
  }

  private record Sound(byte[] caller, Optional<byte[]> agent) {}

  private static Sound read(CallFiles files) {
    if (files instanceof Sides sides) {
      return new Sound(mono(sides.caller()), sides.agent().map(RecordedCalls::mono));
    }
    Path file = ((Whole) files).file();
    Recording recording = recording(file);
    return switch (recording.channels().length) {
      case 1 -> new Sound(side(recording, 0), Optional.empty());
      case 2 -> new Sound(side(recording, 0), Optional.of(side(recording, 1)));
      default -> throw tooManyChannels(file, recording, "a call has a caller and an agent");
    };
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
