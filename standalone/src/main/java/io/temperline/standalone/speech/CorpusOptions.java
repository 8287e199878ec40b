package io.temperline.standalone.speech;

import io.temperline.speech.corpus.ClipLoader;
import io.temperline.speech.corpus.Corpus;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.standalone.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The corpora that a command is given. */
final class CorpusOptions {

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "NAME=DIR",
      description = "A folder of recordings with its labels.csv. May be given several times.")
  private Map<String, Path> corpora = new LinkedHashMap<>();

  /**
   * The clips of the splits named, of all corpora, as a telephone line delivers them: at least one.
   * Recordings that cannot be read are named and counted.
   */
  List<HeardClip> load(List<String> splits, Consumer<String> complain) {
    List<HeardClip> heard = loadAny(splits, complain);
    if (heard.isEmpty()) {
      throw new CommandFailure(
          "no readable clip in %s is of split %s; see the split column of labels.csv"
              .formatted(String.join(", ", corpora.keySet()), String.join(" or ", splits)));
    }
    return heard;
  }

  /** The corpora's names, as "ravdess and emodb". */
  String names() {
    return String.join(" and ", corpora.keySet());
  }

  /**
   * @throws CommandFailure where a corpus is one of these: nobody may be learned from and judged
   */
  void requireOther(String name, Path folder) {
    boolean same = corpora.values().stream().anyMatch(own -> isSame(own, folder));
    if (same || corpora.containsKey(name)) {
      throw new CommandFailure(
          "corpus %s is measured, so no model may learn from all of it; leave out --train-corpus %s"
              .formatted(name, name));
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // one of them is missing, which reading it will tell
    }
  }

  /** As {@link #load}, but there may be none. */
  List<HeardClip> loadAny(List<String> splits, Consumer<String> complain) {
    return loadAny(corpora, splits, complain);
  }

  static List<HeardClip> loadAny(
      Map<String, Path> corpora, List<String> splits, Consumer<String> complain) {
    List<CorpusClip> labelled = new ArrayList<>();
    corpora.forEach((name, folder) -> labelled.addAll(Corpus.read(name, folder).of(splits)));
    List<HeardClip> heard = new ClipLoader(complain).load(labelled);
    if (heard.size() < labelled.size()) {
      complain.accept(
          "left out %d of %s: not readable"
              .formatted(labelled.size() - heard.size(), Count.of(labelled.size(), "clip")));
    }
    return heard;
  }
}
