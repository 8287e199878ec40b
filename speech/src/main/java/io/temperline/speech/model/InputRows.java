package io.temperline.speech.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.features.Waveform;
import java.util.List;

/** Makes of each window a row of what the network takes. One thread's. */
interface InputRows {

  /**
   * @param window its features
   * @return the row's values; may be the window itself
   */
  float[] row(float[] window);

  /** The shape of a batch of rows of so many values. */
  Shape shape(int values);

  /**
   * @param windows up to a batch of them, of one length; rows of zeros stand in for missing ones
   */
  default NDArray batch(List<float[]> windows, NDManager manager) {
    float[] batch = new float[0];
    for (int i = 0; i < windows.size(); i++) {
      requireSize(windows.get(i).length, windows.get(0).length);
      float[] row = row(windows.get(i));
      batch = i == 0 ? new float[WindowScorer.BATCH * row.length] : batch;
      System.arraycopy(row, 0, batch, i * row.length, row.length);
    }
    return manager.create(batch, shape(batch.length / WindowScorer.BATCH));
  }

  private static void requireSize(int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "a window of %d values is not as long as the others, %d".formatted(actual, expected));
    }
  }

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
    public Shape shape(int values) {
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
    public Shape shape(int values) {
      return new Shape(WindowScorer.BATCH, values);
    }
  }
}
