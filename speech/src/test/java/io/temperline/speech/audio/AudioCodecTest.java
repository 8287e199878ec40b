package io.temperline.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudioCodecTest {

  private static final byte[] EVERY_CODE = everyCode();

  @Test
  void decodesEveryG711CodeToItsStandardValue() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/g711/decoded.csv"));
    float[] muLaw = AudioCodec.PCMU.decode(EVERY_CODE);
    float[] aLaw = AudioCodec.PCMA.decode(EVERY_CODE);

    assertThat(lines).hasSize(257);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      int code = Integer.parseInt(cells[0]);
      assertThat(muLaw[code] * 32768).as("mu-law %d", code).isEqualTo(Integer.parseInt(cells[1]));
      assertThat(aLaw[code] * 32768).as("A-law %d", code).isEqualTo(Integer.parseInt(cells[2]));
    }
  }

  @Test
  void encodesEverySixteenBitSampleWithinHalfAMuLawStep() {
    float[] every = everySixteenBitSample();
    byte[] codes = AudioCodec.PCMU.encode(every);
    float[] heard = AudioCodec.PCMU.decode(codes);

    for (int i = 0; i < every.length; i++) {
      float halfStep = (4 << (~codes[i] >> 4 & 7)) / 32768f;
      float clipped = Math.max(-32636 / 32768f, Math.min(32636 / 32768f, every[i]));
      assertThat(Math.abs(heard[i] - clipped)).as("%s", every[i]).isLessThanOrEqualTo(halfStep);
    }
    assertThat(heard).isSorted().contains(AudioCodec.PCMU.decode(EVERY_CODE));
  }

  @Test
  void encodesEverySixteenBitSampleWithinHalfAnALawStep() {
    float[] every = everySixteenBitSample();
    byte[] codes = AudioCodec.PCMA.encode(every);
    float[] heard = AudioCodec.PCMA.decode(codes);

    for (int i = 0; i < every.length; i++) {
      int segment = (codes[i] ^ 0x55) >> 4 & 7;
      float halfStep = (8 << Math.max(segment - 1, 0)) / 32768f;
      assertThat(Math.abs(heard[i] - every[i])).as("%s", every[i]).isLessThanOrEqualTo(halfStep);
    }
    assertThat(heard).isSorted().contains(AudioCodec.PCMA.decode(EVERY_CODE));
  }

  @ParameterizedTest
  @EnumSource(names = {"PCMU", "PCMA"})
  void hearsTheSameAfterASecondPassThroughG711(AudioCodec codec) {
    float[] once = codec.decode(EVERY_CODE);

    assertThat(codec.decode(codec.encode(once))).isEqualTo(once);
  }

  @Test
  void encodesDigitalSilenceAsTheLineDoes() {
    assertThat(AudioCodec.PCMU.encode(new float[1])).containsExactly(0xFF);
    assertThat(AudioCodec.PCMA.encode(new float[1])).containsExactly(0xD5);
  }

  @Test
  void readsLinearSamplesLittleEndian() {
    byte[] payload = {0x34, 0x12, (byte) 0xFF, (byte) 0xFF, 0x00, (byte) 0x80};

    assertThat(AudioCodec.L16.decode(payload)).containsExactly(0x1234 / 32768f, -1 / 32768f, -1f);
  }

  @Test
  void keepsEveryLinearSampleAsItIs() {
    float[] every = everySixteenBitSample();

    assertThat(AudioCodec.L16.decode(AudioCodec.L16.encode(every))).isEqualTo(every);
  }

  @ParameterizedTest
  @EnumSource
  void clipsWhatIsBeyondFullScale(AudioCodec codec) {
    float[] fullScale = codec.decode(codec.encode(new float[] {-1, 1}));

    assertThat(codec.decode(codec.encode(new float[] {-1.5f, 7}))).isEqualTo(fullScale);
  }

  @ParameterizedTest
  @EnumSource
  void decodesAPartOfAPayloadIntoAPartOfABuffer(AudioCodec codec) {
    byte[] payload = codec.encode(new float[] {0.1f, 0.2f, 0.3f, 0.4f});
    float[] all = codec.decode(payload);
    float[] into = new float[5];
    int size = codec.bytesPerSample();

    codec.decode(payload, size, 2 * size, into, 2);

    assertThat(into).containsExactly(0, 0, all[1], all[2], 0);
  }

  @Test
  void refusesHalfASample() {
    assertThatThrownBy(() -> AudioCodec.L16.decode(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 bytes are no whole number of L16 samples");
  }

  private static byte[] everyCode() {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    return codes;
  }

  private static float[] everySixteenBitSample() {
    float[] samples = new float[65536];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (i - 32768) / 32768f;
    }
    return samples;
  }
}
