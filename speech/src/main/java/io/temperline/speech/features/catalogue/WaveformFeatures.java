package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.COEFFICIENT;
import static io.temperline.speech.features.catalogue.Parameter.FRAME_LENGTH;
import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.MAX_FRAMES;
import static io.temperline.speech.features.catalogue.Parameter.PARTS;

import io.temperline.speech.features.FirstFrames;
import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.Framer;
import io.temperline.speech.features.Padding;
import io.temperline.speech.features.Rms;
import io.temperline.speech.features.waveform.EnergyEntropy;
import io.temperline.speech.features.waveform.ZeroCrossings;
import io.temperline.speech.preprocessing.PreEmphasis;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Features of the waveform itself. */
final class WaveformFeatures {

  private static final Map<Parameter, Double> FRAMES = Map.of(FRAME_LENGTH, 256.0, HOP, 80.0);

  private WaveformFeatures() {}

  static List<Feature> all() {
    return List.of(zeroCrossingRate(), rms(), energy(), energyEntropy(), preEmphasis());
  }

  private static Feature zeroCrossingRate() {
    return new Feature(
        "zero_crossing_rate",
        "share of samples whose sign differs from the one before, 0 to 1",
        "librosa 0.11 feature.zero_crossing_rate",
        FRAMES,
        Recipes.HALF_A_FRAME,
        (settings, sink) ->
            new Framer(
                settings.frameLength(),
                settings.hop(),
                Padding.EDGE,
                FrameChain.of(new ZeroCrossings(), 1).into(sink)));
  }

  private static Feature rms() {
    return new Feature(
        "rms",
        "root mean square, 0 to 1",
        "librosa 0.11 feature.rms",
        FRAMES,
        Recipes.HALF_A_FRAME,
        (settings, sink) ->
            Recipes.framed(
                settings,
                FrameChain.of((frame, out) -> out[0] = Rms.of(frame, 0, frame.length), 1)
                    .into(sink)));
  }

  private static Feature energy() {
    return new Feature(
        "energy",
        "sum of the squares of the samples",
        "Giannakopoulos and Pikrakis 2014, 4.3.1",
        FRAMES,
        Recipes.HALF_A_FRAME,
        (settings, sink) ->
            Recipes.framed(
                settings,
                FrameChain.of(
                        (frame, out) -> out[0] = (float) Rms.energy(frame, 0, frame.length), 1)
                    .into(sink)));
  }

  private static Feature energyEntropy() {
    return new Feature(
        "energy_entropy",
        "entropy of the energies of a frame's parts, bits",
        "Giannakopoulos and Pikrakis 2014, 4.3.3",
        Map.of(FRAME_LENGTH, 256.0, HOP, 80.0, PARTS, 8.0),
        Recipes.HALF_A_FRAME,
        (settings, sink) ->
            Recipes.framed(
                settings,
                FrameChain.of(new EnergyEntropy(settings.frameLength(), settings.whole(PARTS)), 1)
                    .into(sink)));
  }

  private static Feature preEmphasis() {
    return new Feature(
        "preemphasis_097",
        "the samples themselves, less a share of the one before; a line per sample",
        "librosa 0.11 effects.preemphasis",
        Map.of(COEFFICIENT, 0.97, MAX_FRAMES, 2000.0),
        settings -> OptionalInt.of(2),
        (settings, sink) ->
            new PreEmphasis(
                (float) settings.get(COEFFICIENT),
                settings.isSet(MAX_FRAMES)
                    ? new FirstFrames(settings.whole(MAX_FRAMES), sink)
                    : sink));
  }
}
