package io.temperline.speech.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a published corpus names its recordings. Upper or lower case makes no difference, and
 * recordings may lie in folders: only SAVEE's names say something there.
 */
enum Naming {
  /**
   * Livingstone and Russo, PLoS ONE 13(5), 2018: modality, channel, emotion, intensity, statement,
   * repetition, actor; odd actors are men. Only speech without pictures is read, 03-01.
   */
  RAVDESS(
      "RAVDESS",
      "03-01-05-02-01-01-12.wav",
      "03-01-<emotion>-<intensity>-0[12]-0[12]-<speaker>",
      table("01=neutral 02=calm 03=happy 04=sad 05=angry 06=fear 07=disgust 08=surprise"),
      table("01=normal 02=strong"),
      numbered("%02d", 1, 24, actor -> actor % 2 == 1 ? "male" : "female")),

  /**
   * Cao et al., IEEE Transactions on Affective Computing 5(4), 2014: actor, sentence, emotion,
   * intensity, which is XX where none was asked for; 1040_ITH_SAD_X.wav is published so. The
   * actors' sexes are in a table of their own.
   */
  CREMA_D(
      "CREMA-D",
      "1001_DFA_ANG_XX.wav",
      "<speaker>_[A-Z]{3}_<emotion>_<intensity>",
      table("ANG=angry DIS=disgust FEA=fear HAP=happy NEU=neutral SAD=sad"),
      table("LO=low MD=medium HI=high XX= X="),
      numbered("%d", 1001, 1091, actor -> "")) {

    @Override
    Map<String, String> sexes(String corpus, Path folder) {
      Path actors = folder.resolve("VideoDemographics.csv");
      if (!Files.exists(actors)) {
        return Map.of();
      }
      CsvTable table = CsvTable.read(corpus, actors);
      int actor = table.column("ActorID");
      int sex = table.column("Sex");
      Map<String, String> sexes = new HashMap<>();
      table.rows().forEach(row -> sexes.put(row.get(actor), row.get(sex).toLowerCase(Locale.ROOT)));
      return sexes;
    }
  },

  /**
   * Pichora-Fuller and Dupuis, University of Toronto, 2020: OAF or YAF (an older or a younger adult
   * female), the word, the emotion, ps for a pleasant surprise; OA_bite_neutral.wav is published
   * so.
   */
  TESS(
      "TESS",
      "OAF_back_angry.wav",
      "<speaker>F?_[^_/]+_<emotion>",
      table(
          "angry=angry disgust=disgust fear=fear happy=happy neutral=neutral ps=surprise"
              + " pleasant_surprise=surprise pleasant_surprised=surprise sad=sad"),
      none(),
      table("OA=female YA=female")),

  /** Haq and Jackson, University of Surrey, 2010: four men, DC/a01.wav or DC_a01.wav. */
  SAVEE(
      "SAVEE",
      "DC_a01.wav",
      "<speaker>[/_]<emotion>[0-9]{2}",
      table("a=angry d=disgust f=fear h=happy n=neutral sa=sad su=surprise"),
      none(),
      table("DC=male JE=male JK=male KL=male")),

  /**
   * Burkhardt et al., Interspeech 2005: speaker, sentence, the German emotion's initial, and a
   * letter where there are several takes.
   */
  EMO_DB(
      "EMO-DB",
      "03a01Wa.wav",
      "<speaker>[ab][0-9]{2}<emotion>[a-z]?",
      table("W=angry L=boredom E=disgust A=fear F=happy T=sad N=neutral"),
      none(),
      table(
          "03=male 08=female 09=female 10=male 11=male 12=male 13=female 14=female 15=male"
              + " 16=female")),

  /** Christop, LREC-COLING 2024: speaker, emotion, sentence; sexes from its data.tsv. */
  NEMO(
      "nEMO",
      "SM0_anger_1.wav",
      "<speaker>_<emotion>_[0-9]+",
      table("anger=angry fear=fear happiness=happy neutral=neutral sadness=sad surprised=surprise"),
      none(),
      table(
          "EB0=female IC0=female KD0=female KS0=male MK0=female MP0=male SM0=male TP0=male"
              + " WR0=male"));

  /**
   * What a recording's name tells.
   *
   * @param clip the same for all copies of a recording, whatever their folder and format
   * @param speaker as the corpus names them
   * @param emotion as {@link CorpusClip} has it
   * @param intensity where the corpus tells
   */
  record Spoken(String clip, String speaker, String emotion, Optional<String> intensity) {}

  private final String title;
  private final String example;
  private final Pattern pattern;
  private final SortedMap<String, String> emotions;
  private final SortedMap<String, String> intensities;
  private final SortedMap<String, String> speakers;

  /**
   * @param names pattern of the names without ending, its places for the keys of the tables
   * @param emotions from the corpus's word to ours
   * @param intensities from the corpus's word to ours, empty where there is none
   * @param speakers each with their sex, in order
   */
  Naming(
      String title,
      String example,
      String names,
      SortedMap<String, String> emotions,
      SortedMap<String, String> intensities,
      SortedMap<String, String> speakers) {
    this.title = title;
    this.example = example;
    this.emotions = emotions;
    this.intensities = intensities;
    this.speakers = speakers;
    String filled =
        names
            .replace("<speaker>", oneOf("speaker", speakers))
            .replace("<emotion>", oneOf("emotion", emotions))
            .replace("<intensity>", oneOf("intensity", intensities));
    pattern = Pattern.compile("(?:.*/)?(?<clip>" + filled + ")", Pattern.CASE_INSENSITIVE);
  }

  /** As "RAVDESS (03-01-05-02-01-01-12.wav)". */
  String words() {
    return title + " (" + example + ")";
  }

  /** What a file's name tells, where it is one of this corpus. */
  Optional<Spoken> read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = absolute.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Matcher matcher = pattern.matcher(absolute.getParent().getFileName() + "/" + stem);
    return matcher.matches() ? Optional.of(spoken(matcher)) : Optional.empty();
  }

  private Spoken spoken(Matcher name) {
    return new Spoken(
        name.group("clip").toLowerCase(Locale.ROOT).replace('/', '_'),
        name.group("speaker").toUpperCase(Locale.ROOT),
        emotions.get(name.group("emotion")),
        intensities.isEmpty()
            ? Optional.empty()
            : Optional.of(intensities.get(name.group("intensity")))
                .filter(intensity -> !intensity.isEmpty()));
  }

  /** Everyone who speaks in the corpus, in order. */
  List<String> speakers() {
    return List.copyOf(speakers.keySet());
  }

  /** The speakers' sexes, as far as they are known. */
  Map<String, String> sexes(String corpus, Path folder) {
    return speakers;
  }

  /**
   * The split that a speaker is in, whoever else there is. No corpus publishes one: of its speakers
   * in order the last sixth, rounded up, is for test; the twelfth before it, rounded up, for
   * validation, but for two speakers; the others are for training. So nobody for test is among
   * those whom the shipped model learned from.
   */
  String splitOf(String speaker) {
    int all = speakers.size();
    int test = all - (all + 5) / 6;
    int validation = Math.max(1, test - (all + 11) / 12);
    int rank = speakers.headMap(speaker).size();
    if (rank >= test) {
      return "test";
    }
    return rank >= validation ? "validation" : "train";
  }

  private static String oneOf(String group, SortedMap<String, String> table) {
    return "(?<" + group + ">" + String.join("|", table.keySet()) + ")";
  }

  /** From "a=angry d=disgust". */
  private static SortedMap<String, String> table(String text) {
    SortedMap<String, String> table = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String entry : text.split(" ")) {
      String[] both = entry.split("=", -1);
      table.put(both[0], both[1]);
    }
    return table;
  }

  private static SortedMap<String, String> none() {
    return new TreeMap<>();
  }

  private static SortedMap<String, String> numbered(
      String format, int first, int last, IntFunction<String> sex) {
    SortedMap<String, String> speakers = new TreeMap<>();
    for (int number = first; number <= last; number++) {
      speakers.put(format.formatted(number), sex.apply(number));
    }
    return speakers;
  }
}
