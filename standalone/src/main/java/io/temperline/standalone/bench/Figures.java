package io.temperline.standalone.bench;

/**
 * What a run measured.
 *
 * @param calls two-channel calls at the same time
 * @param callSeconds seconds of two-channel calls played in all
 * @param wallSeconds from the first frame to the last event
 * @param eventsExpected windows of the callers
 * @param eventsSeen windows of which a committed event was read
 * @param eventsScored of these, the ones with enough speech to be scored
 * @param eventsDuplicated events beyond the first of their window
 * @param latencyP50Ms from the moment at which a window's last frame fell due to the reading of its
 *     committed event, median, after the run-up; NaN at speed 0
 * @param latencyP99Ms the same, of 99 in 100
 * @param cpuMsPerCallSecond processor time of the application for a second of a call, both
 *     channels, after the run-up
 * @param brokerCpuMsPerCallSecond the same of the broker and the registry
 * @param loadCpuMsPerCallSecond the same of the load generator and of the reading of events
 * @param heapMb the most heap that the application used, garbage included
 * @param residentMb the most memory that its process held
 * @param stateKbPerChannel what an open channel adds to its live heap; NaN where it was not
 *     measured
 * @param changelogBytesPerAudioByte bytes sent to changelog topics for each byte of the callers'
 *     and agents' audio
 * @param lagFramesAtEnd frames not committed a second after the last was sent
 */
public record Figures(
    int calls,
    double callSeconds,
    double wallSeconds,
    long eventsExpected,
    long eventsSeen,
    long eventsScored,
    long eventsDuplicated,
    double latencyP50Ms,
    double latencyP99Ms,
    double cpuMsPerCallSecond,
    double brokerCpuMsPerCallSecond,
    double loadCpuMsPerCallSecond,
    double heapMb,
    double residentMb,
    double stateKbPerChannel,
    double changelogBytesPerAudioByte,
    long lagFramesAtEnd) {

  private static final double GREATEST_LATENCY_MS = 500;

  /** Seconds of two-channel calls per second of wall-clock time. */
  double callSecondsPerSecond() {
    return callSeconds / wallSeconds;
  }

  /**
   * Whether the application carried the load in time; some frames of the last second may wait for
   * the next commit.
   */
  boolean keptUp() {
    boolean complete = eventsSeen == eventsExpected && eventsDuplicated == 0;
    return complete && latencyP99Ms <= GREATEST_LATENCY_MS && lagFramesAtEnd <= calls;
  }
}
