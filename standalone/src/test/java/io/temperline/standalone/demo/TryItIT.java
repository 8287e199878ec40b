package io.temperline.standalone.demo;

import static io.temperline.standalone.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.TrialCalls;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.DataFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A voice from a browser through the whole installation: heard as a call is, and not kept. */
class TryItIT {

  private static final Path VOICE = Path.of("../gateway/calls/cold-flat.flac");
  private static final int RATE = 16_000;
  private static final int FRAME = RATE / 50;
  private static final int FRAMES = 8 * 50;

  @Test
  void aVoiceIsScoredWhileItSpeaksAndLeavesNoHistory() throws Exception {
    try (Installation installation =
        Installation.start(
            DataFolder.open(Optional.empty()), Ports.choose(0, 0, 0), EmotionModel::shipped)) {
      TopicReader reader = new TopicReader(installation.clients());
      CompletableFuture<String> callId = new CompletableFuture<>();
      WebSocket socket = open(installation.dashboardAddress(), callId);
      String id = callId.get(30, TimeUnit.SECONDS);
      assertThat(TrialCalls.isTrial(id)).isTrue();

      speak(socket);
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

      await(
          "the call ends",
          () ->
              reader.records(installation.topics().calls()).stream()
                  .map(ConsumerRecord::value)
                  .map(CallEvent.class::cast)
                  .anyMatch(event -> event.getType() == CallEventType.ENDED));
      await("its windows are judged", () -> windows(reader, installation, id).size() == 6);
      assertThat(windows(reader, installation, id))
          .extracting(EmotionEvent::getStatus)
          .contains(WindowStatus.SCORED);
      List<CallHistory> histories =
          reader.records(installation.topics().history()).stream()
              .map(ConsumerRecord::value)
              .toList();
      assertThat(histories.get(histories.size() - 1)).as("the latest is a tombstone").isNull();
      assertThat(histories)
          .filteredOn(Objects::nonNull)
          .as("before it, that there is a call and no more")
          .allMatch(history -> history.getWindowsScored() + history.getWindowsNotScored() == 0);
    }
  }

  private static List<EmotionEvent> windows(
      TopicReader reader, Installation installation, String id) {
    return reader.records(installation.topics().emotions()).stream()
        .map(ConsumerRecord::value)
        .map(EmotionEvent.class::cast)
        .filter(event -> event.getCallId().equals(id))
        .toList();
  }

  private static WebSocket open(String dashboard, CompletableFuture<String> callId) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create(dashboard.replaceFirst("http", "ws") + "/api/try"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                callId.complete(text.toString());
                return WebSocket.Listener.super.onText(from, text, last);
              }
            })
        .join();
  }

  /** A frame each 20 ms, as a microphone gives them. */
  private static void speak(WebSocket socket) throws InterruptedException {
    short[] samples = samples();
    AtomicInteger next = new AtomicInteger();
    ScheduledExecutorService microphone = Executors.newSingleThreadScheduledExecutor();
    microphone.scheduleAtFixedRate(
        () -> {
          int frame = next.getAndIncrement();
          if (frame < FRAMES) {
            socket.sendBinary(frame(samples, frame), true).join();
          } else {
            microphone.shutdown();
          }
        },
        0,
        20,
        TimeUnit.MILLISECONDS);
    assertThat(microphone.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private static ByteBuffer frame(short[] samples, int frame) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * FRAME).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < FRAME; i++) {
      bytes.putShort(samples[frame * FRAME + i]);
    }
    return bytes.flip();
  }

  /** The caller, at our rate; how well it is resampled is not what is tested. */
  private static short[] samples() {
    Recording recording = Recordings.read(VOICE);
    float[] caller = recording.channels()[0];
    short[] samples = new short[FRAMES * FRAME];
    for (int i = 0; i < samples.length; i++) {
      int from = (int) ((long) i * recording.sampleRate() / RATE);
      samples[i] = (short) (caller[from] * Short.MAX_VALUE);
    }
    return samples;
  }
}
