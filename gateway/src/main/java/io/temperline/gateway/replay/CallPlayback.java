package io.temperline.gateway.replay;

import io.temperline.gateway.replay.CallDetails.Hold;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.speech.audio.TelephoneLine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * One call being played, a step at a time: its start, its holds, the frames of both sides, its end.
 *
 * <p>A frame falls due when it has been heard to its end, as on a live line. Frames go on while the
 * caller is on hold: what the recording has there, silence or music, was on the line.
 */
final class CallPlayback {

  private static final int FRAME_MS = 20;
  private static final int FRAME_SAMPLES = TelephoneLine.SAMPLE_RATE * FRAME_MS / 1000;

  private record HoldStep(long atMs, CallEventType type) {}

  private final RecordedCall call;
  private final Instant startedAt;
  private final CallTopics topics;
  private final ReplayListener listener;
  private final Queue<HoldStep> holdSteps;
  private final Map<String, Long> lastSequences = new HashMap<>();
  private final long durationMs;

  private boolean started;
  private boolean ended;
  private long nextFrame;
  private long reachedMs;

  /**
   * @param startedAt the time of its first sample
   */
  CallPlayback(RecordedCall call, Instant startedAt, CallTopics topics, ReplayListener listener) {
    this.call = call;
    this.startedAt = startedAt;
    this.topics = topics;
    this.listener = listener;
    this.durationMs = call.durationMs();
    this.holdSteps = holdStepsWithin(call);
  }

  /** What the recording does not reach is left out: a call can end on hold. */
  private static Queue<HoldStep> holdStepsWithin(RecordedCall call) {
    Queue<HoldStep> steps = new ArrayDeque<>();
    for (Hold hold : call.details().holds()) {
      if (hold.fromMs() < call.durationMs()) {
        steps.add(new HoldStep(hold.fromMs(), CallEventType.HELD));
      }
      if (hold.toMs() < call.durationMs()) {
        steps.add(new HoldStep(hold.toMs(), CallEventType.RESUMED));
      }
    }
    return steps;
  }

  String callId() {
    return call.callId();
  }

  /** When the next step falls due, in milliseconds from the replay's start. */
  long dueMs() {
    return call.details().startsAfterMs() + (started ? nextStepMs() : 0);
  }

  boolean hasStarted() {
    return started;
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * Sends the next step's records.
   *
   * @param callerInformed said of the caller where the call's details do not
   */
  void step(CallerInformed callerInformed) {
    if (!started) {
      start(callerInformed);
      return;
    }
    reachedMs = nextStepMs();
    if (nextHoldMs() == reachedMs && nextFrameMs() > reachedMs) {
      announce(event(holdSteps.remove().type));
    } else if (nextFrameMs() == reachedMs) {
      sendFrames();
    } else {
      end();
    }
  }

  /** Ends the call where it is. */
  void end() {
    ended = true;
    announce(event(CallEventType.ENDED).setLastSequences(lastSequences));
    listener.callEnded(call, at(reachedMs));
  }

  private void start(CallerInformed callerInformed) {
    started = true;
    CallDetails details = call.details();
    boolean told = details.callerInformed() != null;
    announce(
        event(CallEventType.STARTED)
            .setCustomerId(details.customer())
            .setAgentId(details.agent())
            .setQueue(details.queue())
            .setLanguage(details.language())
            .setDirection(details.direction())
            .setAttributes(details.attributes())
            .setCallerInformed(told ? details.callerInformed() : callerInformed));
    listener.callStarted(call, startedAt);
  }

  private void sendFrames() {
    sendFrame(Channel.CALLER, call.caller());
    call.agent().ifPresent(side -> sendFrame(Channel.AGENT, side));
    nextFrame++;
  }

  private void sendFrame(Channel channel, byte[] side) {
    int offset = Math.toIntExact(nextFrame * FRAME_SAMPLES);
    int length = Math.min(FRAME_SAMPLES, side.length - offset);
    if (length <= 0) {
      return; // this side is the shorter one
    }
    lastSequences.put(channel.name(), nextFrame);
    topics.write(
        AudioFrame.newBuilder()
            .setCallId(call.callId())
            .setChannel(channel)
            .setSequence(nextFrame)
            .setCapturedAt(at(nextFrame * FRAME_MS))
            .setCodec(Codec.PCMU)
            .setSampleRate(TelephoneLine.SAMPLE_RATE)
            .setPayload(ByteBuffer.wrap(side, offset, length).slice())
            .build());
  }

  private long nextStepMs() {
    return Math.min(durationMs, Math.min(nextHoldMs(), nextFrameMs()));
  }

  private long nextHoldMs() {
    return holdSteps.isEmpty() ? Long.MAX_VALUE : holdSteps.peek().atMs;
  }

  /** The end of the next frame, the last one being cut off where the recording is. */
  private long nextFrameMs() {
    boolean more = nextFrame * FRAME_MS < durationMs;
    return more ? Math.min((nextFrame + 1) * FRAME_MS, durationMs) : Long.MAX_VALUE;
  }

  private CallEvent.Builder event(CallEventType type) {
    return CallEvent.newBuilder()
        .setCallId(call.callId())
        .setType(type)
        .setEffectiveAt(at(reachedMs));
  }

  private void announce(CallEvent.Builder event) {
    topics.write(event.build());
  }

  private Instant at(long callMs) {
    return startedAt.plusMillis(callMs);
  }
}
