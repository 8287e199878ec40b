package io.temperline.standalone.rescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.WindowStatus;
import io.temperline.standalone.rescore.Changes.Turn;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Offset<Double> EXACTLY = within(1e-6);

  private final Readings before = new Readings();
  private final Readings now = new Readings();

  @Test
  void theSameReadingsHaveNotChanged() {
    before.hear(scored("ada", 3000, "angry", Map.of("angry", 0.75f, "calm", 0.25f)));
    now.hear(scored("ada", 3000, "angry", Map.of("angry", 0.75f, "calm", 0.25f)));
    Changes changes = Changes.between(before, now);

    assertThat(changes.scored()).isEqualTo(1);
    assertThat(changes.turns()).isEmpty();
    assertThat(changes.emotions())
        .extracting(Changes.Emotion::name)
        .containsExactly("angry", "calm");
    assertThat(changes.emotions().get(0).shift()).contains(new Changes.Shift(0.75, 0.75, 0));
  }

  @Test
  void turnsAreCountedTheMostFrequentFirst() {
    for (int k = 0; k < 3; k++) {
      before.hear(scored("ada", k * 1000, "calm", Map.of("calm", 1f)));
      now.hear(scored("ada", k * 1000, k == 0 ? "sad" : "angry", Map.of("calm", 0f)));
    }
    Changes changes = Changes.between(before, now);

    assertThat(changes.turns())
        .containsExactly(new Turn("calm", "angry", 2), new Turn("calm", "sad", 1));
    assertThat(changes.turned()).isEqualTo(3);
  }

  @Test
  void howFarReadingsAreApartDoesNotCancelOut() {
    before.hear(scored("ada", 1000, "calm", Map.of("calm", 0.5f)));
    now.hear(scored("ada", 1000, "calm", Map.of("calm", 0.75f)));
    before.hear(scored("ada", 2000, "calm", Map.of("calm", 0.5f)));
    now.hear(scored("ada", 2000, "calm", Map.of("calm", 0.25f)));
    Changes.Shift calm = Changes.between(before, now).emotions().get(0).shift().orElseThrow();

    assertThat(calm.before()).isEqualTo(0.5, EXACTLY);
    assertThat(calm.now()).isEqualTo(0.5, EXACTLY);
    assertThat(calm.apart()).isEqualTo(0.25, EXACTLY);
  }

  @Test
  void whatOnlyOneModelHeardScoredOrKnowsIsNotCompared() {
    before.hear(scored("ada", 1000, "calm", Map.of("calm", 1f)));
    now.hear(scored("ada", 1000, "bored", Map.of("bored", 1f)));
    before.hear(scored("ada", 2000, "calm", Map.of("calm", 1f)));
    now.hear(notScored("ada", 2000));
    before.hear(notScored("ada", 3000));
    now.hear(scored("ada", 3000, "bored", Map.of("bored", 1f)));
    before.hear(notScored("ada", 4000));
    now.hear(notScored("ada", 4000));
    before.hear(scored("bea", 1000, "calm", Map.of("calm", 1f)));
    Changes changes = Changes.between(before, now);

    assertThat(changes.calls()).isEqualTo(1);
    assertThat(changes.windows()).isEqualTo(4);
    assertThat(changes.onlyBefore()).isEqualTo(1);
    assertThat(changes.onlyNow()).isZero();
    assertThat(changes.scored()).isEqualTo(1);
    assertThat(changes.scoredBefore()).isEqualTo(1);
    assertThat(changes.scoredNow()).isEqualTo(1);
    assertThat(changes.emotions()).allMatch(emotion -> emotion.shift().isEmpty());
    assertThat(changes.valence()).isEmpty();
  }

  private static EmotionEvent scored(
      String call, long endsMs, String top, Map<String, Float> probabilities) {
    return event(call, endsMs)
        .setStatus(WindowStatus.SCORED)
        .setTop(top)
        .setProbabilities(probabilities)
        .build();
  }

  private static EmotionEvent notScored(String call, long endsMs) {
    return event(call, endsMs).setStatus(WindowStatus.NOT_SCORED).build();
  }

  private static EmotionEvent.Builder event(String call, long endsMs) {
    return EmotionEvent.newBuilder()
        .setCallId(call)
        .setChannel(Channel.CALLER)
        .setWindow(endsMs / 1000)
        .setStartsAt(Instant.ofEpochMilli(endsMs - 3000))
        .setEndsAt(Instant.ofEpochMilli(endsMs))
        .setHopMs(1000)
        .setQuality(new AudioQuality(1f, 0f, 0f, -20f))
        .setVersions(new ModelVersions("m", "c", "f"));
  }
}
