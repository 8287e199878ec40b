package io.temperline.speech.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/** What a network takes of {@value WindowScorer#BATCH} windows at a time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "LOG_MEL", value = NetworkInput.LogMel.class),
  @Type(name = "WAVEFORM", value = NetworkInput.Waveform.class)
})
public sealed interface NetworkInput {

  /**
   * (batch, frames, bands) in dB.
   *
   * @param levelled whether the level of the call is taken out as {@link LevelNormalizer} does
   */
  record LogMel(boolean levelled) implements NetworkInput {}

  /**
   * (batch, samples), full scale [-1, 1].
   *
   * @param sampleRate samples per second: 8000 as on the line, or 16000 for networks that were
   *     trained on it, which is resampled and holds nothing above 4 kHz
   */
  record Waveform(int sampleRate) implements NetworkInput {

    private static final Set<Integer> SAMPLE_RATES = Set.of(8_000, 16_000);

    public Waveform {
      if (!SAMPLE_RATES.contains(sampleRate)) {
        throw new IllegalArgumentException("sampleRate must be 8000 or 16000, not " + sampleRate);
      }
    }
  }
}
