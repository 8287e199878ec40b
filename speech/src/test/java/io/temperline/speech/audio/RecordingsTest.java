package io.temperline.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {

  private static final Path WAV = Path.of("src/test/resources/golden/signal-8k.wav");
  private static final Path FLAC = Path.of("src/test/resources/golden/signal-8k.flac");
  private static final int WAV_HEADER = 44;
  private static final int FLAC_STREAM_INFO_END = 42;

  @TempDir private Path folder;
  private float[] signal;

  @BeforeEach
  void readTheSignalByHand() throws IOException {
    byte[] file = Files.readAllBytes(WAV);
    signal = AudioCodec.L16.decode(Arrays.copyOfRange(file, WAV_HEADER, file.length));
  }

  @Test
  void readsSixteenBitWav() {
    Recording recording = Recordings.read(WAV);

    assertThat(recording.sampleRate()).isEqualTo(8000);
    assertThat(recording.durationMs()).isEqualTo(3000);
    assertThat(recording.channels()).hasDimensions(1, 24000);
    assertThat(recording.channels()[0]).isEqualTo(signal);
  }

  @Test
  void readsFlacSampleForSample() {
    Recording recording = Recordings.read(FLAC);

    assertThat(recording.sampleRate()).isEqualTo(8000);
    assertThat(recording.channels()[0]).isEqualTo(signal);
  }

  @ParameterizedTest
  @EnumSource(names = {"PCMU", "PCMA"})
  void readsCompandedWavWithTwoChannels(AudioCodec codec) throws IOException {
    float[] interleaved = {0.1f, -0.5f, 0.2f, -0.6f, 0.3f, -0.7f};
    Encoding encoding = codec == AudioCodec.PCMU ? Encoding.ULAW : Encoding.ALAW;
    Path file =
        write(new AudioFormat(encoding, 8000, 8, 2, 2, 8000, false), codec.encode(interleaved));

    float[] heard = codec.decode(codec.encode(interleaved));
    assertThat(Recordings.read(file).channels())
        .isDeepEqualTo(
            new float[][] {{heard[0], heard[2], heard[4]}, {heard[1], heard[3], heard[5]}});
  }

  @ParameterizedTest
  @CsvSource({"PCM_UNSIGNED,8", "PCM_SIGNED,16", "PCM_SIGNED,24", "PCM_SIGNED,32", "PCM_FLOAT,32"})
  void readsLinearWavOfEveryWidth(String encoding, int bits) throws IOException {
    float[] expected = {0, 0.5f, -0.25f, -1};
    ByteBuffer bytes =
        ByteBuffer.allocate(expected.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : expected) {
      put(bytes, encoding, bits, sample);
    }
    AudioFormat format =
        new AudioFormat(new Encoding(encoding), 48000, bits, 1, bits / 8, 48000, false);

    Recording recording = Recordings.read(write(format, bytes.array()));

    assertThat(recording.sampleRate()).isEqualTo(48000);
    assertThat(recording.channels()[0]).containsExactly(expected, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFFFFFFFF, 0x7FFFF000})
  void takesWhatIsThereWhenTheWriterDidNotKnowTheLength(int announced) throws IOException {
    byte[] wav = Files.readAllBytes(WAV);
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(WAV_HEADER - 4, announced);

    assertThat(Recordings.read(file("piped.wav", wav)).channels()[0]).isEqualTo(signal);
  }

  @Test
  void tellsAFlacFileByItsContent() throws IOException {
    Path file = file("misnamed.wav", Files.readAllBytes(FLAC));

    assertThat(Recordings.read(file).length()).isEqualTo(24000);
  }

  @Test
  void saysHowMuchOfATruncatedWavIsThere() throws IOException {
    Path file = file("cut.wav", Arrays.copyOf(Files.readAllBytes(WAV), WAV_HEADER + 2001));

    assertUnreadable(file)
        .hasMessage(file + ": cut off after 1,000 of 24,000 samples; copy it again");
  }

  @Test
  void saysHowMuchOfATruncatedFlacIsThere() throws IOException {
    byte[] flac = Files.readAllBytes(FLAC);
    Path file = file("cut.flac", Arrays.copyOf(flac, flac.length / 2));

    assertUnreadable(file)
        .hasMessageMatching(
            ".*cut.flac: cut off after [1-9],\\d+ of 24,000 samples; copy it again");
  }

  @Test
  void refusesAFlacFileWithoutItsLastBytes() throws IOException {
    byte[] flac = Files.readAllBytes(FLAC);
    Path file = file("cut.flac", Arrays.copyOf(flac, flac.length - 3));

    assertUnreadable(file).hasMessageContaining("cut off after");
  }

  @Test
  void refusesADamagedFlacFile() throws IOException {
    byte[] flac = Files.readAllBytes(FLAC);
    Arrays.fill(flac, flac.length / 2, flac.length / 2 + 16, (byte) 0x55);
    Path file = file("damaged.flac", flac);

    assertUnreadable(file).hasMessage(file + ": the FLAC stream is damaged; copy it again");
  }

  @Test
  void refusesAFlacFileOfWhichOneBitIsWrong() throws IOException {
    byte[] flac = Files.readAllBytes(FLAC);
    flac[flac.length / 2] ^= 4;
    Path file = file("damaged.flac", flac);

    assertUnreadable(file).hasMessageContaining("the FLAC stream is damaged; copy it again");
  }

  @Test
  void looksAtNoMetadataOfAFlacFileButWhatItNeeds() throws IOException {
    byte[] flac = Files.readAllBytes(FLAC);
    byte[] pictureOfNoBytes = {6, 0, 0, 4, -1, -1, -1, -1};
    ByteBuffer longer = ByteBuffer.allocate(flac.length + pictureOfNoBytes.length);
    longer.put(flac, 0, FLAC_STREAM_INFO_END).put(pictureOfNoBytes);
    longer.put(flac, FLAC_STREAM_INFO_END, flac.length - FLAC_STREAM_INFO_END);

    Recording recording = Recordings.read(file("picture.flac", longer.array()));

    assertThat(recording.channels()[0]).isEqualTo(signal);
  }

  @Test
  void refusesAWavFileOfMoreChannelsThanAnybodyRecords() throws IOException {
    byte[] wav = Files.readAllBytes(WAV);
    ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(22, (short) 1000).putShort(32, (short) 2000);

    assertUnreadable(file("wide.wav", wav)).hasMessageContaining("1000 channels in 2000 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.wav", "cut.flac"})
  void refusesAFileThatEndsInItsHeader(String name) throws IOException {
    byte[] whole = Files.readAllBytes(name.endsWith("wav") ? WAV : FLAC);
    Path file = file(name, Arrays.copyOf(whole, 20));

    assertUnreadable(file).hasMessageContaining("cut off");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = file("empty.wav", new byte[0]);

    assertUnreadable(file).hasMessage(file + ": the file is empty; record or copy it again");
  }

  @Test
  void refusesARecordingWithoutSamples() throws IOException {
    Path file = write(new AudioFormat(8000, 16, 1, true, false), new byte[0]);

    assertUnreadable(file).hasMessage(file + ": holds no samples; record or copy it again");
  }

  @Test
  void refusesWhatIsNoAudio() throws IOException {
    Path file = file("notes.wav", "Good day".getBytes(StandardCharsets.UTF_8));

    assertUnreadable(file)
        .hasMessage(file + ": neither a WAV nor a FLAC file; convert it to one of them");
  }

  @Test
  void refusesAMissingFileAndAFolder() {
    Path missing = folder.resolve("missing.wav");

    assertUnreadable(missing).hasMessage(missing + ": no such file; check the path");
    assertUnreadable(folder).hasMessage(folder + ": a folder; name a WAV or FLAC file in it");
  }

  @ParameterizedTest
  @ValueSource(floats = {4000, 96000})
  void refusesARateThatCannotBeResampled(float rate) throws IOException {
    Path file = write(new AudioFormat(rate, 16, 1, true, false), new byte[20]);

    assertUnreadable(file).hasMessageEndingWith(" Hz is outside 8,000 to 48,000 Hz; resample it");
  }

  @Test
  void knowsRecordingsByName() {
    assertThat(Recordings.isNamedAsOne(Path.of("calls", "a.WAV"))).isTrue();
    assertThat(Recordings.isNamedAsOne(Path.of("b.flac"))).isTrue();
    assertThat(Recordings.isNamedAsOne(Path.of("calls.wav", "labels.csv"))).isFalse();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertUnreadable(Path file) {
    return assertThatThrownBy(() -> Recordings.read(file))
        .isInstanceOf(UnreadableRecordingException.class);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path write(AudioFormat format, byte[] data) throws IOException {
    Path file = folder.resolve("written.wav");
    long frames = data.length / format.getFrameSize();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(data), format, frames),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }

  private static void put(ByteBuffer bytes, String encoding, int bits, float sample) {
    if (encoding.equals("PCM_FLOAT")) {
      bytes.putFloat(sample);
    } else if (encoding.equals("PCM_UNSIGNED")) {
      bytes.put((byte) (128 + sample * 128));
    } else {
      long linear = (long) (sample * (1L << (bits - 1)));
      for (int shift = 0; shift < bits; shift += 8) {
        bytes.put((byte) (linear >> shift));
      }
    }
  }
}
