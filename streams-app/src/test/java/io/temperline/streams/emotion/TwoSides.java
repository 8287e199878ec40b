package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.speech.audio.AudioCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/**
 * A call of two people who talk with each other at random: its audio, and the records that a
 * gateway sends of it. The same seed gives the same call.
 *
 * @param caller G.711 mu-law
 * @param agent as long as the caller's side
 */
record TwoSides(byte[] caller, byte[] agent) {

  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  static final int FRAME_MS = 20;
  private static final int PER_MS = 8;

  static TwoSides talking(long seed, int seconds) {
    Random random = new Random(seed);
    return new TwoSides(side(random, seconds), side(random, seconds));
  }

  /** Spurts of a voice-like sound, of its own pitch and loudness, with pauses. */
  private static byte[] side(Random random, int seconds) {
    float[] samples = new float[seconds * 1000 * PER_MS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.0005 * random.nextGaussian());
    }
    int at = random.nextInt(16_000);
    while (at < samples.length) {
      int until = Math.min(samples.length, at + 1600 + random.nextInt(24_000));
      double hz = 100 + random.nextInt(150);
      double loudness = 0.02 + 0.3 * random.nextDouble();
      for (; at < until; at++) {
        double swell = 0.55 - 0.45 * Math.cos(2 * Math.PI * 4 * at / 8000.0);
        double phase = 2 * Math.PI * hz * at / 8000.0;
        samples[at] += (float) (loudness * swell * (Math.sin(phase) + Math.sin(2 * phase) / 2));
      }
      at += 800 + random.nextInt(16_000);
    }
    return AudioCodec.PCMU.encode(samples);
  }

  int lengthMs() {
    return caller.length / PER_MS;
  }

  /** The frames of both sides as they are spoken, the caller's first. */
  List<SpecificRecord> frames() {
    List<SpecificRecord> frames = new ArrayList<>();
    for (int ms = 0; ms < lengthMs(); ms += FRAME_MS) {
      frames.add(frame(Channel.CALLER, ms));
      frames.add(frame(Channel.AGENT, ms));
    }
    return frames;
  }

  AudioFrame frame(Channel channel, int ms) {
    byte[] audio = channel == Channel.CALLER ? caller : agent;
    return AudioFrame.newBuilder()
        .setCallId("ada")
        .setChannel(channel)
        .setSequence(ms / FRAME_MS)
        .setCapturedAt(NINE.plusMillis(ms))
        .setCodec(Codec.PCMU)
        .setSampleRate(8000)
        .setPayload(
            ByteBuffer.wrap(Arrays.copyOfRange(audio, ms * PER_MS, (ms + FRAME_MS) * PER_MS)))
        .build();
  }

  static CallEvent event(CallEventType type, int ms) {
    return event(type, ms, CallerInformed.UNKNOWN);
  }

  static CallEvent event(CallEventType type, int ms, CallerInformed informed) {
    return CallEvent.newBuilder()
        .setCallId("ada")
        .setType(type)
        .setEffectiveAt(NINE.plusMillis(ms))
        .setCallerInformed(informed)
        .build();
  }

  /** The end of a call of which all of these channels were heard. */
  CallEvent ended(Channel... channels) {
    CallEvent ended = event(CallEventType.ENDED, lengthMs());
    ended.setLastSequences(new HashMap<>());
    long last = lengthMs() / FRAME_MS - 1;
    for (Channel channel : channels) {
      ended.getLastSequences().put(channel.name(), last);
    }
    return ended;
  }
}
