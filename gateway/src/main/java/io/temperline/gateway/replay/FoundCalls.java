package io.temperline.gateway.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls that recordings make up, told by the files' names.
 *
 * <p>A stereo file is a call with the caller on the left and the agent on the right; {@code
 * X_caller.*} and {@code X_agent.*} in one folder are the call X; any other mono file is a call of
 * which only the caller is known. A call's id is its file's name without extension; where an
 * earlier call has that name, {@code -2}, {@code -3} and so on is added. {@code calls.json} beside
 * the recordings may tell more of them: an object from name to {@link CallDetails}.
 *
 * @param calls in the order of the paths named, a folder's in the order of its paths
 * @param passedOver how many files of the folders named are neither WAV nor FLAC
 */
public record FoundCalls(List<FoundCall> calls, int passedOver) {

  public FoundCalls {
    calls = List.copyOf(calls);
  }

  /**
   * @param paths WAV and FLAC files, and folders, searched with all that is in them
   * @throws UnusableRecordingsException where a path does not exist, sides do not make a call, a
   *     folder has no recording, or a calls.json cannot be read
   */
  public static FoundCalls in(List<Path> paths) {
    RecordingFiles found = RecordingFiles.in(paths);
    Map<Path, CallSidecar> sidecars = new HashMap<>();
    Set<String> ids = new HashSet<>();
    List<FoundCall> calls = new ArrayList<>();
    for (CallFiles files : CallFiles.pair(found.files())) {
      CallSidecar sidecar = sidecars.computeIfAbsent(files.folder(), CallSidecar::in);
      calls.add(new FoundCall(unique(files.name(), ids), files, sidecar.of(files.name())));
    }
    return new FoundCalls(calls, found.passedOver());
  }

  private static String unique(String name, Set<String> taken) {
    String id = name;
    for (int n = 2; !taken.add(id); n++) {
      id = name + "-" + n;
    }
    return id;
  }
}
