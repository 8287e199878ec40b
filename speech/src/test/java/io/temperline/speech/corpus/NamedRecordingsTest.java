package io.temperline.speech.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedRecordingsTest {

  private static final Set<String> ALL = Set.of("train", "validation", "test");

  @TempDir private Path folder;

  @Test
  void ravdessTellsTheActorsSexByOddAndEven() throws IOException {
    wav("Actor_01/03-01-05-02-01-01-01.wav");
    wav("Actor_12/03-01-06-01-02-01-12.wav");
    wav("Actor_12/03-01-08-01-02-02-12.wav");

    assertThat(read())
        .containsExactly(
            tuple("01", "male", "angry", "strong"),
            tuple("12", "female", "fear", "normal"),
            tuple("12", "female", "surprise", "normal"));
  }

  @Test
  void cremaDTellsTheActorsSexWhereItsTableOfThemLies() throws IOException {
    wav("AudioWAV/1001_DFA_ANG_XX.wav");
    wav("AudioWAV/1002_IEO_SAD_HI.wav");
    wav("AudioWAV/1040_ITH_SAD_X.wav");

    assertThat(read())
        .containsExactly(
            tuple("1001", "", "angry", ""),
            tuple("1002", "", "sad", "high"),
            tuple("1040", "", "sad", ""));

    Files.writeString(
        folder.resolve("VideoDemographics.csv"),
        "\"ActorID\",\"Age\",\"Sex\"\n1001,51,\"Male\"\n1002,21,\"Female\"\n");
    assertThat(read())
        .containsExactly(
            tuple("1001", "male", "angry", ""),
            tuple("1002", "female", "sad", "high"),
            tuple("1040", "", "sad", ""));
  }

  @Test
  void tessIsSpokenByTwoWomen() throws IOException {
    wav("OAF_Pleasant_surprise/OAF_back_ps.wav");
    wav("OAF_angry/OAF_back_angry.wav");
    wav("OAF_neutral/OA_bite_neutral.wav");
    wav("YAF_pleasant_surprised/YAF_back_pleasant_surprised.wav");

    assertThat(read())
        .containsExactly(
            tuple("OA", "female", "surprise", ""),
            tuple("OA", "female", "angry", ""),
            tuple("OA", "female", "neutral", ""),
            tuple("YA", "female", "surprise", ""));
  }

  @Test
  void saveeNamesTheSpeakerInTheFolderOrInTheFile() throws IOException {
    wav("DC/a01.wav");
    wav("DC/sa15.wav");
    wav("KL_su03.wav");
    wav("all/JK_n30.wav");

    assertThat(read())
        .containsExactly(
            tuple("DC", "male", "angry", ""),
            tuple("DC", "male", "sad", ""),
            tuple("KL", "male", "surprise", ""),
            tuple("JK", "male", "neutral", ""));
  }

  @Test
  void emoDbNamesTheEmotionByItsGermanInitial() throws IOException {
    wav("wav/03a01Wa.wav");
    wav("wav/08b10Lb.wav");
    wav("wav/16a07T.wav");

    assertThat(read())
        .containsExactly(
            tuple("03", "male", "angry", ""),
            tuple("08", "female", "boredom", ""),
            tuple("16", "female", "sad", ""));
  }

  @Test
  void nemoWritesTheEmotionOut() throws IOException {
    wav("samples/EB0_surprised_90.wav");
    wav("samples/SM0_happiness_1.wav");

    assertThat(read())
        .containsExactly(tuple("EB0", "female", "surprise", ""), tuple("SM0", "male", "happy", ""));
  }

  @Test
  void endingsAndNamesMayBeOfEitherCaseWavOrFlac() throws IOException {
    wav("03A01WA.WAV");
    flac("08a01fa.Flac");

    Corpus corpus = Corpus.read("mine", folder);

    assertThat(corpus.clips()).extracting(CorpusClip::emotion).containsExactly("angry", "happy");
    assertThat(new ClipLoader(this::unexpected).load(corpus.of(ALL))).hasSize(2);
  }

  @Test
  void aDamagedRecordingIsNamedWhenItIsOpened() throws IOException {
    Files.writeString(folder.resolve("1001_DFA_ANG_XX.wav"), "no recording at all");
    wav("1001_DFA_SAD_XX.wav");
    List<String> skipped = new ArrayList<>();

    List<HeardClip> heard = new ClipLoader(skipped::add).load(Corpus.read("mine", folder).of(ALL));

    assertThat(heard).extracting(clip -> clip.clip().emotion()).containsExactly("sad");
    assertThat(skipped).singleElement().asString().contains("1001_DFA_ANG_XX.wav");
  }

  @Test
  void recordingsOfOtherNamesArePassedOverAndNamed() throws IOException {
    wav("03-01-05-02-01-01-01.wav");
    wav("03-02-05-02-01-01-01.wav"); // sung
    wav("03-01-05-02-01-01-25.wav"); // there is no actor 25
    wav("OAF_back_angry.wav");
    Files.writeString(folder.resolve("readme.txt"), "no recording, and none by its name");

    Corpus corpus = Corpus.read("mine", folder);

    assertThat(corpus.clips()).hasSize(1);
    assertThat(corpus.passedOver())
        .containsExactly(
            folder.resolve("03-01-05-02-01-01-25.wav")
                + ": not named as in RAVDESS (03-01-05-02-01-01-12.wav)",
            folder.resolve("03-02-05-02-01-01-01.wav")
                + ": not named as in RAVDESS (03-01-05-02-01-01-12.wav)",
            folder.resolve("OAF_back_angry.wav")
                + ": not named as in RAVDESS (03-01-05-02-01-01-12.wav)");
  }

  @Test
  void furtherCopiesOfARecordingArePassedOver() throws IOException {
    wav("DC/a01.wav");
    wav("all/DC_a01.wav");

    Corpus corpus = Corpus.read("mine", folder);

    assertThat(corpus.clips()).hasSize(1);
    assertThat(corpus.passedOver())
        .containsExactly(
            folder.resolve("all/DC_a01.wav") + ": another copy of " + folder.resolve("DC/a01.wav"));
  }

  @Test
  void aFolderThatFitsNoCorpusIsOneLineThatSaysWhatWasLookedFor() throws IOException {
    wav("call.wav");

    assertThatThrownBy(() -> Corpus.read("mine", folder))
        .isInstanceOf(UnusableCorpusException.class)
        .hasMessage(
            "corpus mine: in %s there is no labels.csv, and none of 1 WAV and FLAC files is named"
                + " as in RAVDESS (03-01-05-02-01-01-12.wav), CREMA-D (1001_DFA_ANG_XX.wav), TESS"
                + " (OAF_back_angry.wav), SAVEE (DC_a01.wav), EMO-DB (03a01Wa.wav), nEMO"
                + " (SM0_anger_1.wav)",
            folder);
  }

  @Test
  void labelsAreWhatCountsWhereThereAreSome() throws IOException {
    wav("03a01Wa.wav");
    Files.writeString(
        folder.resolve("labels.csv"), "file,speaker,emotion,split\n03a01Wa.wav,x,sad,train\n");

    assertThat(read()).containsExactly(tuple("x", "", "sad", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "RAVDESS, 18, 19 20, 21 22 23 24",
    "TESS, 1, '', YA",
    "SAVEE, 2, JK, KL",
    "EMO_DB, 7, 14, 15 16",
    "NEMO, 6, SM0, TP0 WR0",
  })
  void theLastSpeakersAreForTestAndThoseBeforeThemForValidation(
      Naming naming, int train, String validation, String test) {
    assertThat(speakers(naming, "train").split(" ")).hasSize(train);
    assertThat(speakers(naming, "validation")).isEqualTo(validation);
    assertThat(speakers(naming, "test")).isEqualTo(test);
  }

  @Test
  void theSplitOfCremaDIsOfSixtySevenEightAndSixteenActors() {
    assertThat(speakers(Naming.CREMA_D, "train")).startsWith("1001").endsWith("1067");
    assertThat(speakers(Naming.CREMA_D, "validation")).startsWith("1068").endsWith("1075");
    assertThat(speakers(Naming.CREMA_D, "test")).startsWith("1076").endsWith("1091");
  }

  private String speakers(Naming naming, String split) {
    return naming.speakers().stream()
        .filter(speaker -> naming.splitOf(speaker).equals(split))
        .collect(Collectors.joining(" "));
  }

  /** Speaker, sex, emotion and intensity of every clip, in order. */
  private List<Tuple> read() {
    Corpus corpus = Corpus.read("whatever", folder);
    assertThat(corpus.passedOver()).isEmpty();
    Function<Optional<String>, String> orNothing = told -> told.orElse("");
    return corpus.clips().stream()
        .map(
            clip ->
                tuple(
                    clip.speaker(),
                    orNothing.apply(clip.sex()),
                    clip.emotion(),
                    orNothing.apply(clip.intensity())))
        .toList();
  }

  private void unexpected(String line) {
    throw new AssertionError(line);
  }

  private void wav(String name) throws IOException {
    AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
    Files.createDirectories(folder.resolve(name).getParent());
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[1_600]), format, 800),
        AudioFileFormat.Type.WAVE,
        folder.resolve(name).toFile());
  }

  private void flac(String name) throws IOException {
    try (InputStream in = NamedRecordingsTest.class.getResourceAsStream("/golden/signal-8k.flac")) {
      Files.copy(in, folder.resolve(name));
    }
  }
}
