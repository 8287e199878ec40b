package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {

  private static final int RATE = 8_000;

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();
  private String call;

  @BeforeEach
  void recordACall() throws IOException {
    call = recording(folder.resolve("call.wav"));
  }

  @Test
  void printsALinePerFrameAndAColumnPerValue() {
    assertThat(command.run("features", "mfcc_13", call)).isZero();

    assertThat(command.lines())
        .hasSize(101)
        .allSatisfy(line -> assertThat(line.split(",")).hasSize(13));
  }

  @Test
  void takesTheFirstChannelUnlessToldOtherwise() {
    assertThat(command.run("features", "rms", call, "--hop", "4000")).isZero();
    assertThat(Float.parseFloat(command.lines().get(1))).isBetween(0.49f, 0.51f);

    assertThat(command.run("features", "rms", call, "--hop", "4000", "--channel", "2")).isZero();
    assertThat(Float.parseFloat(command.lines().get(1))).isZero();
  }

  @Test
  void takesTheFilesOwnRateUnlessAnotherIsNamed() {
    command.run("features", "rms", call);
    int atItsOwn = command.lines().size();
    assertThat(command.run("features", "rms", call, "--rate", "16000")).isZero();

    assertThat(command.lines()).hasSize(201).hasSizeGreaterThan(atItsOwn);
  }

  @Test
  void obeysTheParametersOfTheFeature() {
    assertThat(command.run("features", "stft_magnitude", call, "--n-fft", "64", "--hop", "8000"))
        .isZero();

    assertThat(command.lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.split(",")).hasSize(33));
  }

  @Test
  void summarisesTheFramesByFunctionals() {
    assertThat(command.run("features", "rms", call, "--hop", "800", "--functionals")).isZero();

    assertThat(command.lines()).hasSize(10).first().asString().startsWith("mean,0.");
    assertThat(command.lines()).contains("percentile_50,0.5");
  }

  @Test
  void listsTheFeaturesWithTheirDefaults() {
    assertThat(command.run("features", "--list")).isZero();

    assertThat(command.lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("mfcc_13 ")
                    .contains("--n-fft 256 --hop 80 --n-mels 64", "--fmax none", "librosa"));
  }

  @Test
  void whatCannotBeDoneGetsOneLineThatSaysWhy() {
    command.assertRefused(
        "no feature is named 'mfcc13' (did you mean mfcc_13?)", "features", "mfcc13", call);
    command.assertRefused(
        "no feature is named 'xyzxyzxyzxyzxyz'; see --list", "features", "xyzxyzxyzxyzxyz", call);
    command.assertRefused(
        "rms has no --n-fft; it has --frame-length, --hop",
        "features",
        "rms",
        call,
        "--n-fft",
        "8");
    command.assertRefused(
        "--hop must be a whole number from 1 to 65536, not 0",
        "features",
        "rms",
        call,
        "--hop",
        "0");
    command.assertRefused(
        "--hop must be a whole number, not 'x'", "features", "rms", call, "--hop", "x");
    command.assertRefused(
        "bands lie between 0 and 4000.0 Hz", "features", "log_mel_db_64", call, "--fmax", "5000");
    command.assertRefused(
        "deltas need at least 9 frames", "features", "mfcc_13_delta", call, "--hop", "4000");
    command.assertRefused(
        "--channel must be from 1 to 2, not 3", "features", "rms", call, "--channel", "3");
    command.assertRefused(
        "--rate must be from 8000 to 48000 Hz, not 1", "features", "rms", call, "--rate", "1");
    command.assertRefused("no such file", "features", "rms", folder.resolve("no.wav").toString());
    command.assertRefused("name a feature and a file", "features", "rms");
  }

  /** A second of a square wave on the left, and nothing on the right. */
  private static String recording(Path file) throws IOException {
    byte[] pcm = new byte[4 * RATE];
    for (int i = 0; i < RATE; i++) {
      pcm[4 * i + 1] = (byte) (i / 20 % 2 == 0 ? 64 : -64);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
    try (AudioInputStream audio =
        new AudioInputStream(new ByteArrayInputStream(pcm), format, RATE)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file.toString();
  }
}
