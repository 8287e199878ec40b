package io.temperline.reference.sound;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temperline.speech.features.FrameTable;
import io.temperline.speech.functionals.Functionals;
import java.util.List;

/** How a clip's features become what a classifier gets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "SUMMARY", value = Layout.Summary.class),
  @Type(name = "SEQUENCE", value = Layout.Sequence.class),
  @Type(name = "IMAGE", value = Layout.Image.class),
  @Type(name = "WAVEFORM", value = Layout.Waveform.class)
})
public sealed interface Layout {

  /**
   * @param samples the prepared clip
   * @param features its features, in the recipe's order
   */
  Sample of(float[] samples, List<FrameTable> features);

  /**
   * One number per column and functional, column by column: (1, columns · functionals).
   *
   * @param functionals at least one
   */
  record Summary(List<Functional> functionals) implements Layout {
    public Summary {
      functionals = List.copyOf(functionals);
      if (functionals.isEmpty()) {
        throw new IllegalArgumentException("a summary needs a functional");
      }
    }

    @Override
    public Sample of(float[] samples, List<FrameTable> features) {
      float[] values = new float[columns(features) * functionals.size()];
      int next = 0;
      for (FrameTable table : features) {
        for (int column = 0; column < table.columns(); column++) {
          Functionals all = Functionals.of(table.column(column));
          for (Functional functional : functionals) {
            values[next++] = functional.of(all);
          }
        }
      }
      return new Sample(List.of(1, values.length), 1, values);
    }
  }

  /**
   * The first frames, with zeros after the last: (columns, frames). All features must have the same
   * hop.
   *
   * @param frames how many
   */
  record Sequence(int frames) implements Layout {
    public Sequence {
      requireFrames(frames);
    }

    @Override
    public Sample of(float[] samples, List<FrameTable> features) {
      return new Sample(List.of(columns(features), frames), frames, fitted(features, frames));
    }
  }

  /**
   * As {@link Sequence}, for two-dimensional convolutions: (1, columns, frames).
   *
   * @param frames how many
   */
  record Image(int frames) implements Layout {
    public Image {
      requireFrames(frames);
    }

    @Override
    public Sample of(float[] samples, List<FrameTable> features) {
      return new Sample(List.of(1, columns(features), frames), frames, fitted(features, frames));
    }
  }

  /** The samples themselves, without features: (1, samples). Clips must be made equally long. */
  record Waveform() implements Layout {
    @Override
    public Sample of(float[] samples, List<FrameTable> features) {
      return new Sample(List.of(1, samples.length), samples.length, samples);
    }
  }

  private static int columns(List<FrameTable> features) {
    return features.stream().mapToInt(FrameTable::columns).sum();
  }

  private static float[] fitted(List<FrameTable> features, int frames) {
    float[] values = new float[columns(features) * frames];
    int row = 0;
    for (FrameTable table : features) {
      for (int column = 0; column < table.columns(); column++) {
        float[] all = table.column(column);
        System.arraycopy(all, 0, values, frames * row++, Math.min(frames, all.length));
      }
    }
    return values;
  }

  private static void requireFrames(int frames) {
    if (frames < 1) {
      throw new IllegalArgumentException("frames must be at least 1, not " + frames);
    }
  }
}
