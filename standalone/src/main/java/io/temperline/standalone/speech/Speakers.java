package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.standalone.Count;
import java.util.List;

/** Says who speaks in clips. */
final class Speakers {

  private Speakers() {}

  /** As "240 clips of 4 speakers". */
  static String in(List<HeardClip> clips) {
    long speakers =
        clips.stream()
            .map(clip -> List.of(clip.clip().corpus(), clip.clip().speaker()))
            .distinct()
            .count();
    return Count.of(clips.size(), "clip") + " of " + Count.of(speakers, "speaker");
  }
}
