package io.temperline.dashboard.tryit;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.TrialCalls;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One voice as a call: it starts, its frames of 20 ms follow each other without a gap, it ends. The
 * call is erased as soon as it has begun, so that its history never says more than that. Not
 * thread-safe.
 */
final class Trial {

  /** 16-bit linear PCM, mono. */
  static final int SAMPLE_RATE = 16_000;

  static final int FRAME_BYTES = SAMPLE_RATE / 50 * 2;
  private static final Duration FRAME = Duration.ofMillis(20);

  /** What a browser sends late, it sends at once; more than that is no voice. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final TrialTopics topics;
  private final Clock clock;
  private final Duration longest;
  private final String callId = TrialCalls.PREFIX + UUID.randomUUID();
  private final Instant began;
  private long frames;

  private Trial(TrialTopics topics, Clock clock, Duration longest) {
    this.topics = topics;
    this.clock = clock;
    this.longest = longest;
    this.began = clock.instant();
  }

  /**
   * Begins the call.
   *
   * @param longest what it lasts at most
   */
  static Trial begin(TrialTopics topics, Clock clock, Duration longest) {
    Trial trial = new Trial(topics, clock, longest);
    topics.send(
        trial.event(CallEventType.STARTED).setCallerInformed(CallerInformed.INFORMED).build());
    topics.send(
        Command.newBuilder()
            .setCommandId(UUID.randomUUID().toString())
            .setType(CommandType.ERASE_CALL)
            .setAt(trial.began)
            .setBy("try-it")
            .setCallId(trial.callId)
            .build());
    return trial;
  }

  String callId() {
    return callId;
  }

  /**
   * The next 20 ms of the voice.
   *
   * @throws EndedTrialException where it is no such frame, comes faster than one can speak, or is
   *     one too many
   */
  void hear(byte[] samples) {
    if (samples.length != FRAME_BYTES) {
      throw new EndedTrialException(
          "a frame has " + samples.length + " bytes; send " + FRAME_BYTES + " at a time");
    }
    Instant at = at(frames);
    if (at.isAfter(clock.instant().plus(AHEAD))) {
      throw new EndedTrialException("the audio comes faster than one can speak");
    }
    if (!at.isBefore(began.plus(longest))) {
      throw new EndedTrialException("a trial lasts " + longest.toSeconds() + " s at most");
    }
    topics.send(
        AudioFrame.newBuilder()
            .setCallId(callId)
            .setChannel(Channel.CALLER)
            .setSequence(frames++)
            .setCapturedAt(at)
            .setCodec(Codec.L16)
            .setSampleRate(SAMPLE_RATE)
            .setPayload(ByteBuffer.wrap(samples))
            .build());
    if (topics.failure() != null) {
      throw new EndedTrialException("Kafka does not take the audio: " + topics.failure());
    }
  }

  void end() {
    CallEvent.Builder ended = event(CallEventType.ENDED).setEffectiveAt(at(frames));
    if (frames > 0) {
      ended.setLastSequences(Map.of(Channel.CALLER.name(), frames - 1));
    }
    topics.send(ended.build());
  }

  private Instant at(long frame) {
    return began.plus(FRAME.multipliedBy(frame));
  }

  private CallEvent.Builder event(CallEventType type) {
    return CallEvent.newBuilder().setCallId(callId).setType(type).setEffectiveAt(began);
  }
}
