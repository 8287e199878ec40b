package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.CorpusClip;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Made-up judgements. */
final class Judgements {

  private Judgements() {}

  /** A clip that sounds so angry to the model, and else sad. */
  static Judgement of(String speaker, String emotion, double anger) {
    return of("made-up", speaker, Optional.empty(), emotion, anger);
  }

  static Judgement of(
      String corpus, String speaker, Optional<String> sex, String emotion, double anger) {
    CorpusClip clip =
        new CorpusClip(corpus, Path.of("a.wav"), speaker, emotion, "test", sex, Optional.empty());
    return new Judgement(clip, judged(emotion, anger));
  }

  static JudgedClip judged(String emotion, double anger) {
    return new JudgedClip(emotion, Map.of("angry", (float) anger, "sad", (float) (1 - anger)));
  }
}
