package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.FMAX;
import static io.temperline.speech.features.catalogue.Parameter.FMIN;
import static io.temperline.speech.features.catalogue.Parameter.FRAME_LENGTH;
import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.LPC_ORDER;
import static io.temperline.speech.features.catalogue.Parameter.N_FORMANTS;

import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.Framer;
import io.temperline.speech.features.Padding;
import io.temperline.speech.features.catalogue.Feature.LookAhead;
import io.temperline.speech.features.pitch.PitchRange;
import io.temperline.speech.features.voice.Formants;
import io.temperline.speech.features.voice.Harmonicity;
import io.temperline.speech.features.voice.Loudness;
import io.temperline.speech.features.voice.SyllableNuclei;
import io.temperline.speech.features.voice.VoicePeriods;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Features of the voice and of how it is heard. */
final class VoiceFeatures {

  private VoiceFeatures() {}

  static List<Feature> all() {
    return List.of(
        ofPeriods(
            "voicing",
            "share of the power that is periodic, 0 to 1; voiced from 0.45 on",
            "Boersma 1993",
            512,
            range -> new Harmonicity(range).voicing()),
        ofPeriods(
            "hnr",
            "harmonics-to-noise ratio, dB, -60 to 60",
            "Boersma 1993",
            512,
            range -> new Harmonicity(range).ratio()),
        ofPeriods(
            "jitter",
            "mean change from period to period over the mean period; 0 where unvoiced",
            "Praat, jitter (local)",
            1024,
            range -> new VoicePeriods(range).jitter()),
        ofPeriods(
            "shimmer",
            "mean change of the peak from period to period over the mean peak; 0 where unvoiced",
            "Praat, shimmer (local)",
            1024,
            range -> new VoicePeriods(range).shimmer()),
        formants(),
        loudness(),
        speakingRate());
  }

  private static Feature ofPeriods(
      String name,
      String summary,
      String source,
      double frameLength,
      Function<PitchRange, FrameFunction> step) {
    return new Feature(
        name,
        summary,
        source,
        Map.of(FRAME_LENGTH, frameLength, HOP, 80.0, FMIN, 65.0, FMAX, 400.0),
        Recipes.HALF_A_FRAME,
        (settings, sink) ->
            Recipes.framed(settings, FrameChain.of(step.apply(settings.pitches()), 1).into(sink)));
  }

  private static Feature formants() {
    return new Feature(
        "formants",
        "resonances of the vocal tract from the lowest on, Hz; 0 where there are too few",
        "Burg 1967; Praat, To Formant (burg)",
        Map.of(FRAME_LENGTH, 256.0, HOP, 80.0, LPC_ORDER, 8.0, N_FORMANTS, 3.0),
        Recipes.HALF_A_FRAME,
        (settings, sink) ->
            Recipes.framed(
                settings,
                FrameChain.of(
                        new Formants(
                            settings.sampleRate(),
                            settings.frameLength(),
                            settings.whole(LPC_ORDER)),
                        settings.whole(N_FORMANTS))
                    .into(sink)));
  }

  private static Feature loudness() {
    return new Feature(
        "loudness",
        "loudness to a listener, LUFS; frames begin at their time, 400 ms at 8 kHz",
        "ITU-R BS.1770-5, annex 1, ungated",
        Map.of(FRAME_LENGTH, 3200.0, HOP, 800.0),
        settings -> OptionalInt.of(settings.frameLength()),
        (settings, sink) ->
            new Loudness(
                settings.sampleRate(),
                new Framer(
                    settings.frameLength(),
                    settings.hop(),
                    Padding.NONE,
                    FrameChain.of(Loudness.ofFrame(), 1).into(sink))));
  }

  private static Feature speakingRate() {
    return new Feature(
        "speaking_rate",
        "one line: syllables, and syllables per second of the signal",
        "de Jong and Wempe 2009",
        Map.of(FRAME_LENGTH, 512.0, HOP, 80.0, FMIN, 65.0, FMAX, 400.0),
        LookAhead.WHOLE_SIGNAL,
        (settings, sink) ->
            Recipes.framed(settings, SyllableNuclei.of(settings.pitches(), settings.hop(), sink)));
  }
}
