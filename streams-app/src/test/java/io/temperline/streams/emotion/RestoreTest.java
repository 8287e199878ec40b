package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.speech.audio.AudioCodec;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.Waveform;
import io.temperline.speech.features.WindowFeatures;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.speech.window.WindowConfig;
import io.temperline.streams.state.ChannelState;
import java.io.File;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is restored from the stores goes on as if nothing had happened. */
class RestoreTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final int FRAMES = 700;

  @TempDir private File stateDir;
  private CallStores stores;

  @BeforeEach
  void openStores() {
    stores = OpenStores.in(stateDir);
  }

  @ParameterizedTest
  @CsvSource({"PCMU,8000", "PCMA,8000", "L16,8000", "L16,16000", "L16,44100", "L16,48000"})
  void restartsAtAnyFrameGiveBitIdenticalWindows(Codec codec, int sampleRate) {
    assertRestartsChangeNothing(codec, sampleRate, LogMelConfig.TELEPHONE);
  }

  @ParameterizedTest
  @CsvSource({"PCMU,8000", "L16,44100"})
  void restartsGiveBitIdenticalSamplesToo(Codec codec, int sampleRate) {
    assertRestartsChangeNothing(codec, sampleRate, Waveform.TELEPHONE);
  }

  private void assertRestartsChangeNothing(Codec codec, int sampleRate, WindowFeatures features) {
    List<AudioFrame> frames = framesWithGapsAndDisorder(codec, sampleRate);
    List<AudioWindow> undisturbed = windowsOf("undisturbed", features, frames, 0);
    assertThat(undisturbed).hasSizeGreaterThan(8);

    for (long seed = 1; seed <= 8; seed++) {
      List<AudioWindow> restarted = windowsOf("restarted-" + seed, features, frames, seed);

      assertThat(restarted).hasSameSizeAs(undisturbed);
      for (int i = 0; i < undisturbed.size(); i++) {
        assertThat(restarted.get(i).index()).isEqualTo(undisturbed.get(i).index());
        assertThat(restarted.get(i).quality()).isEqualTo(undisturbed.get(i).quality());
        assertThat(restarted.get(i).features()).isEqualTo(undisturbed.get(i).features());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRestoredCallKnowsWhereEveryChannelEnds(boolean conversation) {
    EmotionConfig config = config(conversation);
    LiveCall call = LiveCall.begin("ada", config, analyzers(LogMelConfig.TELEPHONE), stores, 0);
    Random random = new Random(11);
    for (AudioFrame frame : framesWithGapsAndDisorder(Codec.PCMU, 8_000)) {
      Channel side = random.nextInt(3) == 0 ? Channel.AGENT : Channel.CALLER;
      call.hear(AudioFrame.newBuilder(frame).setCallId("ada").setChannel(side).build(), 0);

      LiveCall restored =
          new LiveCall(stores.state("ada"), config, analyzers(LogMelConfig.TELEPHONE), stores, 0);

      assertThat(restored.lastSequences()).isEqualTo(call.lastSequences());
      assertThat(restored.lastHeardAt()).isEqualTo(call.lastHeardAt());
    }
    assertThat(call.lastSequences()).containsOnlyKeys("CALLER", "AGENT");
    assertThat(call.lastHeardAt()).isEqualTo(NINE.plusMillis(FRAMES * 20L).toEpochMilli());
  }

  /**
   * @param restarts seed of the frames after which the channel is dropped and restored; 0 for never
   */
  private List<AudioWindow> windowsOf(
      String callId, WindowFeatures features, List<AudioFrame> frames, long restarts) {
    ChannelState state = ChannelState.newBuilder().setStartedAt(0).setNextWindow(0).build();
    LiveChannel channel = channel(callId, state, features);
    Random random = new Random(restarts);
    List<AudioWindow> windows = new ArrayList<>();
    for (AudioFrame frame : frames) {
      AudioFrame sent = AudioFrame.newBuilder(frame).setCallId(callId).build();
      channel.hear(sent);
      take(channel, windows);
      if (restarts != 0 && random.nextInt(50) == 0) {
        channel = channel(callId, state, features);
        take(channel, windows);
      }
    }
    channel.drain();
    take(channel, windows);
    return windows;
  }

  private LiveChannel channel(String callId, ChannelState state, WindowFeatures features) {
    LiveConversation none = new LiveConversation(callId, false, stores);
    return new LiveChannel(
        callId, Channel.CALLER, state, config(), analyzers(features), none, stores);
  }

  private static void take(LiveChannel channel, List<AudioWindow> into) {
    while (!channel.complete().isEmpty()) {
      AudioWindow window = channel.complete().poll();
      into.add(window);
      channel.advancePast(window);
    }
  }

  private static List<AudioFrame> framesWithGapsAndDisorder(Codec codec, int sampleRate) {
    Random random = new Random(7);
    List<AudioFrame> frames = new ArrayList<>();
    for (int sequence = 0; sequence < FRAMES; sequence++) {
      boolean lost = sequence > 0 && random.nextInt(40) == 0;
      if (!lost) {
        frames.add(frame(sequence, codec, sampleRate, random));
      }
    }
    for (int i = 1; i + 3 < frames.size(); i++) {
      if (random.nextInt(8) == 0) {
        frames.add(i + random.nextInt(3), frames.remove(i));
      }
    }
    return frames;
  }

  private static AudioFrame frame(int sequence, Codec codec, int sampleRate, Random random) {
    float[] samples = new float[sampleRate / 50];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return AudioFrame.newBuilder()
        .setCallId("any")
        .setChannel(Channel.CALLER)
        .setSequence(sequence)
        .setCapturedAt(NINE.plusMillis(sequence * 20L))
        .setCodec(codec)
        .setSampleRate(sampleRate)
        .setPayload(ByteBuffer.wrap(AudioCodec.valueOf(codec.name()).encode(samples)))
        .build();
  }

  private static EmotionConfig config() {
    return config(false);
  }

  private static EmotionConfig config(boolean conversation) {
    Duration second = Duration.ofSeconds(1);
    return new EmotionConfig(
        WindowConfig.DEFAULT,
        new SpeechGate(SpeechGateConfig.DEFAULT),
        second,
        Duration.ofMillis(200),
        second,
        second,
        second,
        second,
        second,
        true,
        second,
        false,
        conversation);
  }

  private static WindowAnalyzers analyzers(WindowFeatures features) {
    return new WindowAnalyzers(WindowConfig.DEFAULT, features);
  }
}
