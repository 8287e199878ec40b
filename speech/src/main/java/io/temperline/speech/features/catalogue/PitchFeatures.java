package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.FMAX;
import static io.temperline.speech.features.catalogue.Parameter.FMIN;
import static io.temperline.speech.features.catalogue.Parameter.FRAME_LENGTH;
import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.THRESHOLD;

import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.catalogue.Feature.LookAhead;
import io.temperline.speech.features.catalogue.Feature.Recipe;
import io.temperline.speech.features.pitch.Pyin;
import io.temperline.speech.features.pitch.Yin;
import java.util.List;
import java.util.Map;

/** Pitch and voicing. */
final class PitchFeatures {

  private static final Map<Parameter, Double> PITCH =
      Map.of(FRAME_LENGTH, 512.0, HOP, 80.0, FMIN, 65.0, FMAX, 400.0);
  private static final String PYIN = "librosa 0.11 pyin; Mauch and Dixon 2014";

  private PitchFeatures() {}

  static List<Feature> all() {
    return List.of(
        new Feature(
            "yin_f0_65_400",
            "pitch, Hz, of noise too",
            "librosa 0.11 yin; de Cheveigné and Kawahara 2002",
            Map.of(FRAME_LENGTH, 512.0, HOP, 80.0, FMIN, 65.0, FMAX, 400.0, THRESHOLD, 0.1),
            Recipes.HALF_A_FRAME,
            (settings, sink) ->
                Recipes.framed(
                    settings,
                    FrameChain.of(new Yin(settings.pitches(), settings.get(THRESHOLD)), 1)
                        .into(sink))),
        pyin("pyin_f0_65_400", "pitch, Hz; 0 where unvoiced", LookAhead.WHOLE_SIGNAL, path(0)),
        pyin("pyin_voiced", "1 where voiced, or else 0", LookAhead.WHOLE_SIGNAL, path(1)),
        pyin(
            "pyin_voiced_probability",
            "probability that the frame is voiced",
            Recipes.HALF_A_FRAME,
            (settings, sink) ->
                Recipes.framed(
                    settings,
                    FrameChain.of(Pyin.voicedProbability(settings.pitches()), 1).into(sink))));
  }

  private static Feature pyin(String name, String summary, LookAhead lookAhead, Recipe recipe) {
    return new Feature(name, summary, PYIN, PITCH, lookAhead, recipe);
  }

  private static Recipe path(int column) {
    return (settings, sink) ->
        Recipes.framed(
            settings,
            Pyin.path(
                settings.pitches(),
                settings.hop(),
                FrameChain.of((path, out) -> out[0] = path[column], 1).into(sink)));
  }
}
