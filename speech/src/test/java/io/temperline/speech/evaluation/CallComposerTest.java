package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.ComposedCall.Stretch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallComposerTest {

  private static final float ANGRY = 0.5f;
  private static final float CALM = 0.1f;

  private final List<HeardClip> anna =
      List.of(clip("anna", "angry"), clip("anna", "calm"), clip("anna", "neutral"));

  @Test
  void aSpeakerGetsCallsWithAngerAndCallsWithout() {
    assertThat(compose(anna))
        .extracting(call -> call.anger().isPresent())
        .containsExactly(true, true, true, false, false, false);
    assertThat(compose(anna)).allMatch(call -> call.speaker().equals("made-up/anna"));
  }

  @Test
  void callsBeginCalmTurnAngryAndCalmDown() {
    for (ComposedCall call : compose(anna).subList(0, 3)) {
      Stretch anger = call.anger().orElseThrow();

      assertThat(anger.fromMs()).isBetween(20_000L, 45_000L);
      assertThat(anger.toMs() - anger.fromMs()).isBetween(12_000L, 16_000L);
      assertThat(call.lengthMs() - anger.toMs()).isBetween(20_000L, 45_000L);
      assertThat(loudest(call, 0, anger.fromMs() - 50)).isLessThan(0.12f);
      assertThat(loudest(call, anger.fromMs(), anger.fromMs() + 100)).isGreaterThan(0.45f);
      assertThat(loudest(call, anger.toMs() - 100, anger.toMs())).isGreaterThan(0.45f);
      assertThat(loudest(call, anger.toMs() + 50, call.lengthMs())).isLessThan(0.12f);
    }
  }

  @Test
  void nobodyIsAngryInACalmCall() {
    for (ComposedCall call : compose(anna).subList(3, 6)) {
      assertThat(call.lengthMs()).isBetween(40_000L, 90_000L);
      assertThat(loudest(call, 0, call.lengthMs())).isBetween(0.08f, 0.12f);
    }
  }

  /** The clips' own silence of 1 s at either end would make pauses of 2 s and more. */
  @Test
  void pausesLastFromThreeTenthsToOneAndAHalfSeconds() {
    for (ComposedCall call : compose(anna)) {
      assertThat(pausesMs(call)).isNotEmpty().allMatch(ms -> ms >= 250 && ms <= 1_550);
    }
  }

  @Test
  void aSpeakerWhoIsNeverAngryHasCalmCallsAndOneWhoIsNeverCalmHasNone() {
    List<HeardClip> clips =
        List.of(clip("bert", "angry"), clip("carl", "calm"), clip("dora", "sad"));

    assertThat(compose(clips))
        .hasSize(3)
        .allMatch(call -> call.speaker().equals("made-up/carl") && call.anger().isEmpty());
  }

  @Test
  void theSameClipsGiveTheSameCallsWhoeverElseIsThere() {
    List<HeardClip> both = Stream.concat(Stream.of(clip("adam", "calm")), anna.stream()).toList();

    List<ComposedCall> alone = compose(anna);
    List<ComposedCall> among = compose(both).subList(3, 9);

    assertThat(IntStream.range(0, 6).mapToObj(i -> alone.get(i).muLaw()))
        .containsExactlyElementsOf(among.stream().map(ComposedCall::muLaw).toList());
    assertThat(new CallComposer(2).compose(anna).get(0).muLaw()).isNotEqualTo(alone.get(0).muLaw());
  }

  private static List<ComposedCall> compose(List<HeardClip> clips) {
    return new CallComposer(1).compose(clips);
  }

  private static float loudest(ComposedCall call, long fromMs, long toMs) {
    float[] heard = TelephoneLine.heard(call.muLaw());
    float loudest = 0;
    for (int i = (int) fromMs * 8; i < toMs * 8 && i < heard.length; i++) {
      loudest = Math.max(loudest, Math.abs(heard[i]));
    }
    return loudest;
  }

  private static List<Integer> pausesMs(ComposedCall call) {
    List<Integer> pauses = new ArrayList<>();
    int silent = 0;
    for (float sample : TelephoneLine.heard(call.muLaw())) {
      if (Math.abs(sample) < 0.001f) {
        silent++;
      } else {
        if (silent > 800) {
          pauses.add(silent / 8);
        }
        silent = 0;
      }
    }
    return pauses;
  }

  /** 2 s of a tone between two seconds of silence, loud for the angry. */
  private static HeardClip clip(String speaker, String emotion) {
    float[] samples = new float[32_000];
    for (int i = 8_000; i < 24_000; i++) {
      samples[i] = (float) ((emotion.equals("angry") ? ANGRY : CALM) * Math.sin(0.3 * i));
    }
    return new HeardClip(
        new CorpusClip("made-up", Path.of("a.wav"), speaker, emotion, "test"),
        TelephoneLine.carry(samples, 8_000));
  }
}
