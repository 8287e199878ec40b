package io.temperline.gateway.replay;

import java.nio.file.Path;
import java.util.List;

/**
 * The calls found in recordings, all in memory: mu-law, 8 kB a second and side.
 *
 * @param calls in the order in which they were found
 * @param passedOver how many files of the folders named are neither WAV nor FLAC
 */
public record RecordedCalls(List<RecordedCall> calls, int passedOver) {

  public RecordedCalls {
    calls = List.copyOf(calls);
  }

  /**
   * Finds and reads all calls.
   *
   * @param paths WAV and FLAC files, and folders, as {@link FoundCalls} takes them
   * @throws UnusableRecordingsException where a path does not exist, a file is not a recording or
   *     has more than two channels, sides do not make a call, or a folder has no recording
   */
  public static RecordedCalls find(List<Path> paths) {
    FoundCalls found = FoundCalls.in(paths);
    return new RecordedCalls(
        found.calls().stream().map(FoundCall::read).toList(), found.passedOver());
  }
}
