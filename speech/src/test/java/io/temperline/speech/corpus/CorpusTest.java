package io.temperline.speech.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  @TempDir private Path folder;

  @Test
  void columnsAreFoundByNameAndClipsBySplit() throws IOException {
    labels("split,file,emotion,note,speaker", "train,a.wav,Angry,,x", "test,b.wav,sad,loud,y");

    Corpus corpus = Corpus.read("mine", folder);

    assertThat(corpus.of(Set.of("test")))
        .containsExactly(new CorpusClip("mine", folder.resolve("b.wav"), "y", "sad", "test"));
    assertThat(corpus.of(Set.of("train", "test")))
        .extracting(CorpusClip::emotion)
        .containsExactly("angry", "sad");
  }

  @Test
  void theSpeakersSexIsKnownWhereAColumnTells() throws IOException {
    labels("file,speaker,emotion,split,sex", "a.wav,x,sad,test,Female", "b.wav,y,sad,test,");

    assertThat(Corpus.read("mine", folder).clips())
        .extracting(CorpusClip::sex)
        .containsExactly(Optional.of("female"), Optional.empty());
  }

  @Test
  void intensityIsReadAndQuotationMarksAreNot() throws IOException {
    labels("file,speaker,emotion,split,\"intensity\"", "a.wav,x,sad,test,\"High\"");

    assertThat(Corpus.read("mine", folder).clips())
        .extracting(CorpusClip::intensity)
        .containsExactly(Optional.of("high"));
  }

  @Test
  void aMissingFolderIsOneClearLine() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> Corpus.read("mine", nowhere))
        .isInstanceOf(UnusableCorpusException.class)
        .hasMessage("corpus mine: %s is no folder", nowhere);
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    labels("file,emotion,split", "a.wav,sad,test");
    assertThatThrownBy(() -> Corpus.read("mine", folder)).hasMessageContaining("'speaker'");
  }

  @Test
  void aLineWithTooFewCellsIsNamed() throws IOException {
    labels("file,speaker,emotion,split", "a.wav,x,sad,test", "b.wav,x,sad");
    assertThatThrownBy(() -> Corpus.read("mine", folder))
        .hasMessageContaining("line 3 has 3 cells where its header has 4");
  }

  @Test
  void aRecordingThatDoesNotDecodeIsNamedAndLeftOut() throws IOException {
    labels("file,speaker,emotion,split", "bad.wav,x,sad,test", "good.wav,x,sad,test");
    Files.writeString(folder.resolve("bad.wav"), "no recording at all");
    writeWav(folder.resolve("good.wav"), 16_000, 16_000);
    List<String> skipped = new ArrayList<>();

    List<HeardClip> heard =
        new ClipLoader(skipped::add).load(Corpus.read("mine", folder).of(Set.of("test")));

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).samples()).hasSize(8_000);
    assertThat(skipped).singleElement().asString().contains("bad.wav");
  }

  private void labels(String... lines) throws IOException {
    Files.write(folder.resolve("labels.csv"), List.of(lines));
  }

  private static void writeWav(Path file, int rate, int samples) throws IOException {
    AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
    byte[] silence = new byte[2 * samples];
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(silence), format, samples),
        AudioFileFormat.Type.WAVE,
        file.toFile());
  }
}
