package io.temperline.speech.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a corpus by the names of its recordings, wherever in the folder they lie. */
final class NamedRecordings {

  private NamedRecordings() {}

  /**
   * @throws UnusableCorpusException where no recording is named as in a corpus that is known
   */
  static Corpus read(String corpus, Path folder) {
    List<Path> recordings = RecordingFiles.in(folder, "corpus " + corpus);
    Naming naming = namingOf(corpus, folder, recordings);
    Map<String, String> sexes = naming.sexes(corpus, folder);
    Map<String, Path> files = new HashMap<>();
    List<CorpusClip> clips = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (Path file : recordings) {
      Optional<Naming.Spoken> name = naming.read(file);
      if (name.isEmpty()) {
        passedOver.add(file + ": not named as in " + naming.words());
        continue;
      }
      Naming.Spoken spoken = name.get();
      Path first = files.putIfAbsent(spoken.clip(), file);
      if (first != null) {
        passedOver.add(file + ": another copy of " + first);
        continue;
      }
      clips.add(
          new CorpusClip(
              corpus,
              file,
              spoken.speaker(),
              spoken.emotion(),
              naming.splitOf(spoken.speaker()),
              Optional.ofNullable(sexes.get(spoken.speaker())),
              spoken.intensity()));
    }
    return new Corpus(corpus, clips, passedOver);
  }

  /** The naming that most of the recordings follow; the first of several. */
  private static Naming namingOf(String corpus, Path folder, List<Path> recordings) {
    return Stream.of(Naming.values())
        .filter(naming -> following(naming, recordings) > 0)
        .max(Comparator.comparingLong(naming -> following(naming, recordings)))
        .orElseThrow(
            () ->
                new UnusableCorpusException(
                    "corpus %s: in %s there is no %s, and none of %d WAV and FLAC files is named as in %s"
                        .formatted(
                            corpus,
                            folder,
                            LabelsFile.NAME,
                            recordings.size(),
                            Stream.of(Naming.values())
                                .map(Naming::words)
                                .collect(Collectors.joining(", ")))));
  }

  private static long following(Naming naming, List<Path> recordings) {
    return recordings.stream().filter(file -> naming.read(file).isPresent()).count();
  }
}
