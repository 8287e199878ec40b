package io.temperline.standalone.faults;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.Direction;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.window.WindowConfig;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A call whose every record follows from what is written here, so that it can be played again and
 * again, under any id, with the same records.
 *
 * @param line on which it is made; calls of a line follow one another
 * @param turn how many calls the line had before
 * @param startsAtMs when it starts, in ms from the load's origin
 * @param caller G.711 mu-law at 8 kHz
 * @param agent as long as the caller's side
 * @param hold when the caller is on hold
 * @param silence when no frames are sent, as by a gateway that suppresses silence
 * @param abandoned whether no ENDED is sent at its end
 */
record ScriptedCall(
    int line,
    int turn,
    long startsAtMs,
    byte[] caller,
    byte[] agent,
    Optional<Span> hold,
    Optional<Span> silence,
    boolean abandoned) {

  static final int FRAME_MS = 20;

  private static final int FRAME_SAMPLES = TelephoneLine.SAMPLE_RATE * FRAME_MS / 1000;

  /** A stretch of the call in ms from its start, whole frames. */
  record Span(long fromMs, long untilMs) {

    boolean contains(long ms) {
      return ms >= fromMs && ms < untilMs;
    }
  }

  /** Takes what a gateway sends. */
  interface Sender {
    void send(AudioFrame frame);

    void send(CallEvent event);
  }

  String id(String load) {
    return "%s-%03d-%03d".formatted(load, line, turn);
  }

  long durationMs() {
    return caller.length * 1000L / TelephoneLine.SAMPLE_RATE;
  }

  long endsAtMs() {
    return startsAtMs + durationMs();
  }

  /** The windows of the caller's channel, each of which must get its event. */
  long windows(WindowConfig config) {
    long beyondFirst = durationMs() - config.length().toMillis();
    return beyondFirst < 0 ? 0 : beyondFirst / config.hop().toMillis() + 1;
  }

  /**
   * Sends what falls due at a moment of the load.
   *
   * @param load names the load; the call's id begins with it
   * @param origin of the load
   * @param nowMs from the origin, a multiple of {@link #FRAME_MS}; each is to be asked once
   */
  void sendWhatIsDue(String load, Instant origin, long nowMs, Sender sender) {
    long callMs = nowMs - startsAtMs;
    if (callMs == 0) {
      sender.send(started(event(load, origin, callMs, CallEventType.STARTED)));
    }
    hold.filter(span -> span.fromMs() == callMs)
        .ifPresent(span -> sender.send(event(load, origin, callMs, CallEventType.HELD).build()));
    hold.filter(span -> span.untilMs() == callMs)
        .ifPresent(span -> sender.send(event(load, origin, callMs, CallEventType.RESUMED).build()));
    long fromMs = callMs - FRAME_MS;
    if (fromMs >= 0 && !isSilent(fromMs)) {
      sender.send(frame(load, origin, fromMs, Channel.CALLER, caller));
      sender.send(frame(load, origin, fromMs, Channel.AGENT, agent));
    }
    if (callMs == durationMs() && !abandoned) {
      sender.send(ended(event(load, origin, callMs, CallEventType.ENDED)));
    }
  }

  private boolean isSilent(long ms) {
    return silence.map(span -> span.contains(ms)).orElse(false);
  }

  private CallEvent started(CallEvent.Builder event) {
    return event
        .setCustomerId("customer-%d-%d".formatted(line, turn))
        .setAgentId("agent-" + line)
        .setQueue("faults")
        .setLanguage("en-GB")
        .setDirection(Direction.INBOUND)
        .setCallerInformed(CallerInformed.INFORMED)
        .build();
  }

  private CallEvent ended(CallEvent.Builder event) {
    long last = sequence(durationMs() - FRAME_MS);
    return event
        .setLastSequences(Map.of(Channel.CALLER.name(), last, Channel.AGENT.name(), last))
        .build();
  }

  private CallEvent.Builder event(String load, Instant origin, long callMs, CallEventType type) {
    return CallEvent.newBuilder()
        .setCallId(id(load))
        .setType(type)
        .setEffectiveAt(origin.plusMillis(startsAtMs + callMs));
  }

  private AudioFrame frame(
      String load, Instant origin, long fromMs, Channel channel, byte[] audio) {
    int offset = Math.toIntExact(fromMs * TelephoneLine.SAMPLE_RATE / 1000);
    return AudioFrame.newBuilder()
        .setCallId(id(load))
        .setChannel(channel)
        .setSequence(sequence(fromMs))
        .setCapturedAt(origin.plusMillis(startsAtMs + fromMs))
        .setCodec(Codec.PCMU)
        .setSampleRate(TelephoneLine.SAMPLE_RATE)
        .setPayload(ByteBuffer.wrap(audio, offset, FRAME_SAMPLES).slice())
        .build();
  }

  /** Frames that are not sent take no number. */
  private long sequence(long fromMs) {
    long silentBeforeMs =
        silence
            .filter(span -> span.fromMs() < fromMs)
            .map(span -> Math.min(fromMs, span.untilMs()) - span.fromMs())
            .orElse(0L);
    return (fromMs - silentBeforeMs) / FRAME_MS;
  }
}
