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
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The corpora that a command is given. */
final class CorpusOptions {

  private static final int NAMED_ONE_BY_ONE = 10;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "NAME=DIR",
      description =
          "A folder of recordings: with a labels.csv, or named as RAVDESS, CREMA-D, TESS, SAVEE,"
              + " EMO-DB or nEMO name theirs, whatever NAME is. May be given several times.")
  private Map<String, Path> corpora = new LinkedHashMap<>();

  private List<Corpus> read;

  /**
   * The clips of the splits named, of all corpora, as a telephone line delivers them: at least one.
   * Recordings that cannot be read are named and counted.
   */
  List<HeardClip> load(List<String> splits, Consumer<String> complain) {
    List<HeardClip> heard = loadAny(splits, complain);
    if (heard.isEmpty()) {
      throw new CommandFailure(
          "no readable clip in %s is of split %s; there are clips of %s"
              .formatted(
                  String.join(", ", corpora.keySet()),
                  String.join(" or ", splits),
                  splitsThere(complain)));
    }
    return heard;
  }

  private String splitsThere(Consumer<String> complain) {
    return corpora(complain).stream()
        .flatMap(corpus -> corpus.clips().stream())
        .map(CorpusClip::split)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
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
    return load(corpora(complain), splits, complain);
  }

  /** The corpora; what is passed over in them is told once. */
  private List<Corpus> corpora(Consumer<String> complain) {
    if (read == null) {
      read = read(corpora, complain);
    }
    return read;
  }

  /** The clips of the splits named, of corpora in folders, by name; there may be none. */
  static List<HeardClip> loadAny(
      Map<String, Path> corpora, List<String> splits, Consumer<String> complain) {
    return load(read(corpora, complain), splits, complain);
  }

  /** All clips of corpora in folders, by name, unread. */
  static List<CorpusClip> clips(Map<String, Path> corpora, Consumer<String> complain) {
    return read(corpora, complain).stream().flatMap(corpus -> corpus.clips().stream()).toList();
  }

  private static List<Corpus> read(Map<String, Path> corpora, Consumer<String> complain) {
    List<Corpus> read = new ArrayList<>();
    corpora.forEach(
        (name, folder) -> {
          Corpus corpus = Corpus.read(name, folder);
          read.add(corpus);
          int others = corpus.passedOver().size();
          tell(
              corpus.passedOver(),
              corpus.clips().size() + others,
              "other names, or further copies",
              complain);
        });
    return read;
  }

  private static List<HeardClip> load(
      List<Corpus> corpora, List<String> splits, Consumer<String> complain) {
    List<CorpusClip> labelled =
        corpora.stream().flatMap(corpus -> corpus.of(splits).stream()).toList();
    List<String> unreadable = new ArrayList<>();
    List<HeardClip> heard = new ClipLoader(unreadable::add).load(labelled);
    tell(unreadable, labelled.size(), "not readable", complain);
    return heard;
  }

  /** Names what was left out, the first few one by one, and counts it. */
  private static void tell(List<String> lines, int of, String reason, Consumer<String> complain) {
    lines.stream().limit(NAMED_ONE_BY_ONE).forEach(complain);
    if (!lines.isEmpty()) {
      complain.accept(
          "left out %d of %s: %s".formatted(lines.size(), Count.of(of, "file"), reason));
    }
  }
}
