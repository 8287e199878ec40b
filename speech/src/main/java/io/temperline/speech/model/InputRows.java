package io.temperline.speech.model;

import ai.djl.ndarray.types.Shape;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.features.Waveform;

/** Makes of each window a row of what the network takes. One thread's. */
interface InputRows {

  /**
   * @param window its features
   * @return the row's values; may be the window itself
   */
  float[] row(float[] window);

  /** The shape of a batch of rows of so many values. */
  Shape batch(int values);

  static InputRows of(ModelManifest manifest) {
    NetworkInput input = manifest.network().input();
    if (input instanceof NetworkInput.Waveform waveform) {
      return new Samples(new Resampler(Waveform.TELEPHONE.sampleRate(), waveform.sampleRate()));
    }
    return new Frames(manifest.features().bands(), ((NetworkInput.LogMel) input).levelled());
  }

  /** Log-mel frames. */
  record Frames(int bands, boolean levelled) implements InputRows {

    @Override
    public float[] row(float[] window) {
      return levelled ? LevelNormalizer.normalize(window, bands) : window;
    }

    @Override
    public Shape batch(int values) {
      if (values % bands != 0) {
        throw new IllegalArgumentException(
            "a window of %d values is not of %d bands".formatted(values, bands));
      }
      return new Shape(WindowScorer.BATCH, values / bands, bands);
    }
  }

  /** Samples at the network's rate. Each window is resampled by itself, silence before it. */
  record Samples(Resampler resampler) implements InputRows {

    @Override
    public float[] row(float[] window) {
      resampler.restart();
      return resampler.push(window);
    }

    @Override
    public Shape batch(int values) {
      return new Shape(WindowScorer.BATCH, values);
    }
  }
}
