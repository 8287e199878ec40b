package io.temperline.speech.training;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;

/**
 * How training windows are varied.
 *
 * @param speed largest relative change of speed (and so of pitch), 0.1 for 0.9 to 1.1
 * @param noiseShare share of windows that get white noise, 5 to 35 dB below the speech
 * @param joinShare share of windows that are filled with further speech of the same speaker and
 *     emotion instead of silence, as a window in the middle of a call is
 * @param colourDb standard deviation of the random frequency response that a window is heard
 *     through, dB: telephones and microphones colour voices, and the colour says nothing of emotion
 * @param timeMasks number of time masks
 * @param timeMaskFrames longest time mask, frames
 * @param bandMasks number of band masks
 * @param bandMaskBands widest band mask, mel bands
 * @param mixupAlpha parameter of mixup's Beta distribution; 0 turns it off (Zhang et al., "mixup:
 *     Beyond Empirical Risk Minimization", ICLR 2018)
 * @param waveform what else befalls the windows, in this order; nothing where a recipe leaves it
 *     out
 */
public record AugmentationConfig(
    float speed,
    float noiseShare,
    float joinShare,
    float colourDb,
    int timeMasks,
    int timeMaskFrames,
    int bandMasks,
    int bandMaskBands,
    float mixupAlpha,
    @JacksonInject(useInput = OptBoolean.TRUE) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<WaveformStep> waveform) {

  public AugmentationConfig {
    Range.requireWithin(speed, 0, 0.5, "speed");
    Range.requireWithin(noiseShare, 0, 1, "noiseShare");
    Range.requireWithin(joinShare, 0, 1, "joinShare");
    Range.requireWithin(colourDb, 0, 60, "colourDb");
    Range.requireWithin(timeMasks, 0, 100, "timeMasks");
    Range.requireWithin(timeMaskFrames, 0, 10_000, "timeMaskFrames");
    Range.requireWithin(bandMasks, 0, 100, "bandMasks");
    Range.requireWithin(bandMaskBands, 0, 10_000, "bandMaskBands");
    Range.requireWithin(mixupAlpha, 0, 0.99, "mixupAlpha");
    waveform = List.copyOf(waveform);
  }

  /** Whether recordings of noise are needed. */
  public boolean needsRecordedNoise() {
    return waveform.stream()
        .anyMatch(step -> step instanceof WaveformStep.InRecordedNoise && step.share() > 0);
  }
}
