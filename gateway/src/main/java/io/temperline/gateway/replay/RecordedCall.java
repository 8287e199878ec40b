package io.temperline.gateway.replay;

import io.temperline.speech.audio.TelephoneLine;
import java.util.Optional;

/**
 * A call as a telephone line carried it: G.711 mu-law at 8 kHz, a byte a sample.
 *
 * @param callId the id under which it is replayed
 * @param caller the caller's side
 * @param agent the agent's side, aligned with the caller's; empty where it was not recorded
 * @param details what is known of the call besides its audio
 */
public record RecordedCall(
    String callId, byte[] caller, Optional<byte[]> agent, CallDetails details) {

  /** The length of its longer side in milliseconds, rounded up. */
  public long durationMs() {
    long samples = Math.max(caller.length, agent.map(side -> side.length).orElse(0));
    return (samples * 1000 + TelephoneLine.SAMPLE_RATE - 1) / TelephoneLine.SAMPLE_RATE;
  }

  /** The same call under another id, for instance to replay it twice. */
  public RecordedCall as(String otherCallId) {
    return new RecordedCall(otherCallId, caller, agent, details);
  }
}
