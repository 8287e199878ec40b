package io.temperline.speech.conversation;

import static io.temperline.speech.conversation.Side.AGENT;
import static io.temperline.speech.conversation.Side.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.window.BlockCutter;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.speech.window.WindowConfig;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the audio comes, and wherever it is broken off, the figures are the same. */
class ContinuationTest {

  private static final int MS = 40_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void figuresDoNotDependOnTheChunks(long seed) {
    PhoneTalk call = anyCall(seed);
    Random random = new Random(seed);
    Conversation conversation = call.begin();
    BlockCutter caller = call.cutter(conversation, CALLER, 0);
    BlockCutter agent = call.cutter(conversation, AGENT, 0);
    while (caller.position() < MS * 8 || agent.position() < MS * 8) {
      boolean callerIsBehind = caller.position() <= agent.position();
      BlockCutter behind = callerIsBehind ? caller : agent;
      int from = (int) behind.position();
      int to = Math.min(from + 1 + random.nextInt(8_000), MS * 8);
      call.append(behind, callerIsBehind ? CALLER : AGENT, from, to);
    }
    conversation.end();

    assertThat(conversation.figures()).isEqualTo(call.figures());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aRestartChangesNothing(long seed) {
    PhoneTalk call = anyCall(seed);
    Random random = new Random(seed);
    Conversation unbroken = call.begin();
    Conversation restarted = call.begin();
    int at = 0;
    while (at < MS) {
      int to = Math.min(at + 10 * (1 + random.nextInt(20)), MS);
      call.play(unbroken, at, to);
      // What it has heard comes again, as from a window analyzer that is started at its window.
      call.play(restarted, Math.max(0, at - 10 * random.nextInt(50)), to);
      assertThat(restarted.state()).isEqualTo(unbroken.state());
      restarted = Conversation.restore(restarted.state());
      assertThat(restarted.state()).isEqualTo(unbroken.state());
      assertThat(restarted.figures()).isEqualTo(unbroken.figures());
      at = to;
    }
    unbroken.end();
    restarted.end();

    assertThat(restarted.figures()).isEqualTo(unbroken.figures()).isEqualTo(call.figures());
  }

  @Test
  void theStateStaysSmall() {
    PhoneTalk call = anyCall(9);
    Conversation conversation = call.begin();
    for (int at = 0; at < MS; at += 1_000) {
      call.play(conversation, at, at + 1_000);
      assertThat(conversation.state()).hasSizeLessThan(3_000);
    }
  }

  @Test
  void blocksMayComeFromTheWindowAnalyzer() {
    PhoneTalk call = PhoneTalk.of(10_000).caller(1_000, 4_000).agent(5_000, 8_000);
    float[] samples = new float[4 * 8_000];
    Arrays.fill(samples, 8_000, samples.length, 0.1f);
    Conversation byWindows = new Conversation();
    Conversation byBlocks = new Conversation();
    WindowAnalyzer analyzer =
        new WindowAnalyzers(WindowConfig.DEFAULT, LogMelConfig.TELEPHONE)
            .startingAt(0, byWindows.listenTo(CALLER, 0));
    analyzer.append(samples, 0, samples.length);
    new BlockCutter(0, byBlocks.listenTo(CALLER, 0)).append(samples, 0, samples.length);
    byWindows.end();
    byBlocks.end();

    assertThat(byWindows.figures()).isEqualTo(byBlocks.figures());
    assertThat(byWindows.figures().caller().speechMs()).isEqualTo(3_000);
    assertThat(call.figures().caller().speechMs()).isEqualTo(3_000);
  }

  @Test
  void channelsThatBeginAtDifferentTimesMeetOnTheCallsGrid() {
    float[] second = new float[8_000];
    Arrays.fill(second, 0.1f);
    Conversation conversation = new Conversation();
    BlockCutter caller = new BlockCutter(0, conversation.listenTo(CALLER, 1_000));
    BlockCutter agent = new BlockCutter(0, conversation.listenTo(AGENT, 1_050));
    caller.append(second, 0, 8_000);
    agent.append(second, 0, 8_000);
    conversation.end();

    ConversationFigures figures = conversation.figures();
    assertThat(figures.fromMs()).isEqualTo(10_000);
    assertThat(figures.untilMs()).isEqualTo(11_500);
    assertThat(figures.knownMs()).isEqualTo(500);
  }

  @Test
  void refusesWhatIsNoState() {
    byte[] state = PhoneTalk.of(1_000).begin().state();
    byte[] ofAnotherVersion = state.clone();
    ofAnotherVersion[0] = 9;

    assertThatThrownBy(() -> Conversation.restore(ofAnotherVersion))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 9 where 1 is understood: begin the conversation anew");
    assertThatThrownBy(() -> Conversation.restore(Arrays.copyOf(state, state.length / 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> Conversation.restore(Arrays.copyOf(state, state.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }

  /** Utterances, noise, losses and holds at random. */
  private static PhoneTalk anyCall(long seed) {
    Random random = new Random(seed);
    PhoneTalk call = PhoneTalk.of(MS);
    for (Side side : Side.values()) {
      call.noise(side, 0, MS, -55);
      for (int at = random.nextInt(2_000); at < MS - 4_000; at += random.nextInt(3_000)) {
        int until = at + 20 + random.nextInt(3_000);
        call.tone(side, at, until, 100 + random.nextInt(200), -30 + random.nextInt(15));
        at = until;
      }
      for (int i = 0; i < 20; i++) {
        int at = random.nextInt(MS - 1_000);
        call.lost(side, at, at + 1 + random.nextInt(i == 0 ? 1_000 : 60));
      }
    }
    int held = 10_000 + random.nextInt(10_000);
    return call.hold(held, held + random.nextInt(5_000));
  }
}
