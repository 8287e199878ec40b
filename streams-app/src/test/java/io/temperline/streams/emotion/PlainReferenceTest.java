package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.features.Waveform;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.emotion.JitterBuffer.Fate;
import io.temperline.streams.state.ChannelState;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live channel gives what {@link PlainChannel} gives, whatever gateways and networks do to its
 * frames, and however often it is dropped and restored in between.
 *
 * <p>{@code -Dschedules=N} tries another number of them, {@code -Dschedule=SEED} a single one.
 */
class PlainReferenceTest {

  @TempDir private File stateDir;
  private CallStores stores;

  @BeforeEach
  void openStores() {
    stores = OpenStores.in(stateDir);
  }

  @Test
  void noScheduleOfFramesTellsTheTwoApart() {
    long first = Long.getLong("schedule", 1);
    long last = Long.getLong("schedule", Long.getLong("schedules", 100_000));
    for (long seed = first; seed <= last; seed++) {
      try {
        assertSameWindowsAndCounts(seed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("schedule " + seed + ", alone by -Dschedule=" + seed, e);
      }
    }
  }

  private void assertSameWindowsAndCounts(long seed) {
    Schedule schedule = Schedule.of(seed);
    PlainChannel plain = new PlainChannel(schedule.bound(), schedule.windows());
    Listener live = new Listener(schedule, seed % 2 == 0 ? new Random(seed) : null);
    for (AudioFrame frame : schedule.arrivals()) {
      plain.hear(frame);
      live.hear(frame);
      assertThat(live.windows).hasSize((int) plain.windowsSoFar());
      if (live.isRestarted()) {
        plain.restarts();
      }
    }
    plain.end();
    live.end();

    assertSame(live.windows, plain.windows());
    assertThat(live.late).as("late").isEqualTo(plain.late());
    assertThat(live.duplicates).as("duplicates").isEqualTo(plain.duplicates());
    assertThat(live.lostSamples).as("lost").isEqualTo(plain.lostSamples());
    assertThat(stores.earlyFrames("ada", Channel.CALLER)).isEmpty();
    stores.deleteAudio("ada", Channel.CALLER);
  }

  private static void assertSame(List<AudioWindow> live, List<PlainChannel.Window> plain) {
    assertThat(live).hasSameSizeAs(plain);
    for (int i = 0; i < live.size(); i++) {
      assertThat(live.get(i).index()).isEqualTo(plain.get(i).index());
      assertThat(live.get(i).features()).as("window %d", i).isEqualTo(plain.get(i).samples());
      assertThat(live.get(i).quality().lostShare()).isEqualTo(plain.get(i).lostShare());
    }
  }

  /** Takes what a live channel gives, and now and then lets another instance take it over. */
  private final class Listener {

    private final EmotionConfig config;
    private final ChannelState state =
        ChannelState.newBuilder().setStartedAt(0).setNextWindow(0).build();
    private final Random restarts;
    private final List<AudioWindow> windows = new ArrayList<>();
    private LiveChannel channel;
    private long lostSamples;
    private int late;
    private int duplicates;

    /**
     * @param restarts chooses when; null for never
     */
    Listener(Schedule schedule, Random restarts) {
      Duration any = Duration.ofSeconds(1);
      config =
          new EmotionConfig(
              schedule.windows(),
              new SpeechGate(SpeechGateConfig.DEFAULT),
              any,
              schedule.bound(),
              any,
              any,
              any,
              any,
              any,
              true,
              any,
              false,
              false);
      this.restarts = restarts;
      start();
    }

    private void start() {
      channel =
          new LiveChannel(
              "ada",
              Channel.CALLER,
              state,
              config,
              new WindowAnalyzers(config.window(), Waveform.TELEPHONE),
              new LiveConversation("ada", false, stores),
              stores);
    }

    void hear(AudioFrame frame) {
      Fate fate = channel.hear(frame);
      late += fate == Fate.LATE ? 1 : 0;
      duplicates += fate == Fate.DUPLICATE ? 1 : 0;
      take();
    }

    boolean isRestarted() {
      boolean restarted = restarts != null && restarts.nextInt(8) == 0;
      if (restarted) {
        start();
        assertThat(channel.complete()).isEmpty();
      }
      return restarted;
    }

    void end() {
      channel.drain();
      take();
    }

    private void take() {
      lostSamples += channel.takeLostSamples();
      while (!channel.complete().isEmpty()) {
        AudioWindow window = channel.complete().poll();
        windows.add(window);
        channel.advancePast(window);
      }
    }
  }
}
