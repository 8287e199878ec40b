package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
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

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String call;

  @BeforeEach
  void recordACall() throws IOException {
    call = recording(folder.resolve("call.wav"));
  }

  @Test
  void printsALinePerFrameAndAColumnPerValue() {
    assertThat(run("features", "mfcc_13", call)).isZero();

    assertThat(lines()).hasSize(101).allSatisfy(line -> assertThat(line.split(",")).hasSize(13));
  }

  @Test
  void takesTheFirstChannelUnlessToldOtherwise() {
    assertThat(run("features", "rms", call, "--hop", "4000")).isZero();
    assertThat(Float.parseFloat(lines().get(1))).isBetween(0.49f, 0.51f);

    assertThat(run("features", "rms", call, "--hop", "4000", "--channel", "2")).isZero();
    assertThat(Float.parseFloat(lines().get(4))).isZero();
  }

  @Test
  void takesTheFilesOwnRateUnlessAnotherIsNamed() {
    run("features", "rms", call);
    int atItsOwn = lines().size();
    assertThat(run("features", "rms", call, "--rate", "16000")).isZero();

    assertThat(lines()).hasSize(atItsOwn + 201);
  }

  @Test
  void obeysTheParametersOfTheFeature() {
    assertThat(run("features", "stft_magnitude", call, "--n-fft", "64", "--hop", "8000")).isZero();

    assertThat(lines()).hasSize(2).allSatisfy(line -> assertThat(line.split(",")).hasSize(33));
  }

  @Test
  void summarisesTheFramesByFunctionals() {
    assertThat(run("features", "rms", call, "--hop", "800", "--functionals")).isZero();

    assertThat(lines()).hasSize(10).first().asString().startsWith("mean,0.");
    assertThat(lines()).contains("percentile_50,0.5");
  }

  @Test
  void listsTheFeaturesWithTheirDefaults() {
    assertThat(run("features", "--list")).isZero();

    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("mfcc_13 ")
                    .contains("--n-fft 256 --hop 80 --n-mels 64", "--fmax none", "librosa"));
  }

  @Test
  void whatCannotBeDoneGetsOneLineThatSaysWhy() {
    refuses("no feature is named 'mfcc13' (did you mean mfcc_13?)", "mfcc13", call);
    refuses("no feature is named 'xyzxyzxyzxyzxyz'; see --list", "xyzxyzxyzxyzxyz", call);
    refuses("rms has no --n-fft; it has --frame-length, --hop", "rms", call, "--n-fft", "8");
    refuses("--hop must be a whole number from 1 to 65536, not 0", "rms", call, "--hop", "0");
    refuses("--hop must be a whole number, not 'x'", "rms", call, "--hop", "x");
    refuses("bands lie between 0 and 4000.0 Hz", "log_mel_db_64", call, "--fmax", "5000");
    refuses("deltas need at least 9 frames", "mfcc_13_delta", call, "--hop", "4000");
    refuses("--channel must be from 1 to 2, not 3", "rms", call, "--channel", "3");
    refuses("--rate must be from 8000 to 48000 Hz, not 1", "rms", call, "--rate", "1");
    refuses("no such file", "rms", folder.resolve("no.wav").toString());
    refuses("name a feature and a file", "rms");
    assertThat(out.toString()).isEmpty();
  }

  private void refuses(String reason, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "features";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    err.getBuffer().setLength(0);

    assertThat(run(all)).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(reason);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private int run(String... arguments) {
    return Temperline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
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
