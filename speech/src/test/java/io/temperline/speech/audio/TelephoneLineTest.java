package io.temperline.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TelephoneLineTest {

  private static final Recording SIGNAL =
      Recordings.read(Path.of("src/test/resources/golden/signal-8k.wav"));

  @Test
  void carriesEightThousandBytesASecond() {
    assertThat(TelephoneLine.carry(new float[48_000], 48_000)).hasSize(8000);
    assertThat(TelephoneLine.carry(new float[44_100], 44_100)).hasSize(8000);
  }

  @Test
  void deliversWhatWasSentUpToTheStepsOfMuLaw() {
    float[] sent = SIGNAL.channels()[0];

    float[] heard = TelephoneLine.heard(TelephoneLine.carry(sent, SIGNAL.sampleRate()));

    double noise = 0;
    double signal = 0;
    for (int i = 0; i < sent.length; i++) {
      noise += Math.pow(heard[i] - sent[i], 2);
      signal += Math.pow(sent[i], 2);
    }
    assertThat(10 * Math.log10(signal / noise)).isBetween(30.0, 45.0);
  }

  @Test
  void changesNothingOnASecondTrip() {
    float[] once = TelephoneLine.heard(TelephoneLine.carry(SIGNAL.channels()[0], 8000));

    assertThat(TelephoneLine.heard(TelephoneLine.carry(once, 8000))).isEqualTo(once);
  }
}
