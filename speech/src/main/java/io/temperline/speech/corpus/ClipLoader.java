package io.temperline.speech.corpus;

import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.audio.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Opens labelled recordings and carries them over the telephone line. */
public final class ClipLoader {

  private final Consumer<String> skipped;

  /**
   * @param skipped told one line for every recording that cannot be read
   */
  public ClipLoader(Consumer<String> skipped) {
    this.skipped = skipped;
  }

  /** The clips that could be read, in order; channels after the first are not heard. */
  public List<HeardClip> load(List<CorpusClip> clips) {
    List<HeardClip> heard = new ArrayList<>(clips.size());
    for (CorpusClip clip : clips) {
      try {
        Recording recording = Recordings.read(clip.file());
        byte[] mulaw = TelephoneLine.carry(recording.channels()[0], recording.sampleRate());
        heard.add(new HeardClip(clip, mulaw));
      } catch (UnreadableRecordingException e) {
        skipped.accept(e.getMessage());
      }
    }
    return heard;
  }

  /**
   * A clip as it was before the telephone line took it: at 8 kHz, full scale [-1, 1].
   *
   * @throws UnreadableRecordingException where it cannot be read
   */
  public static float[] clean(CorpusClip clip) {
    return clean(clip.file());
  }

  static float[] clean(Path file) {
    Recording recording = Recordings.read(file);
    return new Resampler(recording.sampleRate(), TelephoneLine.SAMPLE_RATE)
        .push(recording.channels()[0]);
  }
}
