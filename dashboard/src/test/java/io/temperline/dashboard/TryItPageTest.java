package io.temperline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.temperline.dashboard.tryit.TrialsInMemory;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** The page on which people hear themselves heard. */
class TryItPageTest extends BrowserTest {

  @Test
  void asksForConsentBeforeItListens() {
    try (Page page = open("/try", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#microphone")).isDisabled();
      page.locator("#consent").check();
      assertThat(page.locator("#microphone")).isEnabled();
    }
  }

  @Test
  void sendsARecordingAsACallAndShowsWhatIsHeardOfIt() throws Exception {
    TrialsInMemory trials = dashboard.bean(TrialsInMemory.class);
    try (Page page = open("/try", ColorScheme.LIGHT, 1440, 900)) {
      page.locator("#consent").check();
      page.locator("#file").setInputFiles(new FilePayload("tone.wav", "audio/wav", tone(2)));
      assertThat(page.locator("#state")).containsText("Listening");
      CallEvent started = (CallEvent) trials.sent().get(0);
      CallScript call = new CallScript(started.getCallId(), Instant.now());
      topics.write(call.heard(0, 0.8f));

      assertThat(page.locator("#mood")).hasText("Angry");
      assertThat(page.locator("#shares li")).hasCount(2);
      assertThat(page.locator("#state")).containsText("The recording is over");
    }
    assertThat(trials.frames()).hasSizeBetween(99, 100);
    AudioFrame frame = trials.frames().get(50);
    assertThat(frame.getPayload().remaining()).isEqualTo(640);
    assertThat(loudest(frame)).as("half of full scale").isBetween(15_000, 17_500);
    CallEvent ended = (CallEvent) trials.sent().get(trials.sent().size() - 1);
    assertThat(ended.getType()).isEqualTo(CallEventType.ENDED);
  }

  @Test
  void takesTheMicrophone() {
    TrialsInMemory trials = dashboard.bean(TrialsInMemory.class);
    try (Page page = open("/try", ColorScheme.LIGHT, 1440, 900)) {
      page.locator("#consent").check();
      page.locator("#microphone").click();
      page.waitForCondition(() -> trials.frames().size() > 25);
      page.locator("#stop").click();
      assertThat(page.locator("#state")).containsText("Stopped");
    }
  }

  @Test
  void saysWhyItEnds() throws Exception {
    dashboard.bean(TrialsInMemory.class).failWith("out of disk");
    try (Page page = open("/try", ColorScheme.LIGHT, 1440, 900)) {
      page.locator("#consent").check();
      page.locator("#file").setInputFiles(new FilePayload("tone.wav", "audio/wav", tone(2)));
      assertThat(page.locator("#problem"))
          .hasText("It was ended: Kafka does not take the audio: out of disk.");
      page.locator("#file")
          .setInputFiles(new FilePayload("x.wav", "audio/wav", "no audio".getBytes()));
      assertThat(page.locator("#problem")).containsText("This is no audio");
    }
  }

  @Test
  void keepsTrialsFromTheFloor() {
    CallScript trial = new CallScript("try-it.1", now.minusSeconds(10));
    topics.write(trial.heard(0, 0.9f));
    topics.write(trial.raised(3, 0.9f));
    topics.write(new CallScript("c-1", now.minusSeconds(5)).started("Ada", null, null));
    try (Page page = open("/", ColorScheme.LIGHT, 1440, 900)) {
      assertThat(page.locator("#live-rows tr")).hasCount(1);
      assertThat(page.locator("#live-rows")).containsText("Ada");
      assertThat(page.locator("#alerts-empty")).isVisible();
    }
  }

  /** A tone of 440 Hz at half of full scale, as a WAV file of 44.1 kHz. */
  private static byte[] tone(int seconds) throws IOException {
    AudioFormat format = new AudioFormat(44_100, 16, 1, true, false);
    byte[] samples = new byte[seconds * 44_100 * 2];
    for (int i = 0; i < samples.length / 2; i++) {
      int sample = (int) (0x4000 * Math.sin(2 * Math.PI * 440 * i / 44_100));
      samples[2 * i] = (byte) sample;
      samples[2 * i + 1] = (byte) (sample >> 8);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
        AudioFileFormat.Type.WAVE,
        file);
    return file.toByteArray();
  }

  private static int loudest(AudioFrame frame) {
    var samples =
        frame.getPayload().duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int loudest = 0;
    while (samples.hasRemaining()) {
      loudest = Math.max(loudest, Math.abs(samples.get()));
    }
    return loudest;
  }
}
