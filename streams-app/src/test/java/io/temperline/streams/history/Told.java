package io.temperline.streams.history;

import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.Severity;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.Topics;
import io.temperline.schemas.WindowStatus;
import io.temperline.streams.state.AvroState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/** A call as it is told to its history, a window a second from nine o'clock on. */
final class Told {

  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  static {
    new Topics(Map.of("schema.registry.url", "mock://told")); // Avro is to trust our classes
  }

  private final HistoryWriter writer = new HistoryWriter();
  private final CallHistory history;
  private ModelVersions versions = new ModelVersions("m 1", "c", "f");
  private int second;
  private int alerts;

  Told() {
    this(NINE);
  }

  /**
   * @param start when the call is said to start
   */
  Told(Instant start) {
    history = writer.begin("ada", start);
  }

  Told scored(String emotion, float anger, Float valence) {
    return window(
        event()
            .setStatus(WindowStatus.SCORED)
            .setTop(emotion)
            .setSmoothed(new SmoothedEmotion(Map.of("angry", anger), emotion, valence, valence))
            .build());
  }

  Told silent() {
    return window(
        event().setStatus(WindowStatus.NOT_SCORED).setReason(NotScoredReason.SILENCE).build());
  }

  /** Windows are seconds, so time passes without any. */
  Told nothingFor(int seconds) {
    second += seconds;
    return this;
  }

  Told byModel(String model) {
    versions = new ModelVersions(model, "c", "f");
    return this;
  }

  private Told window(EmotionEvent event) {
    writer.add(history, event);
    second++;
    return this;
  }

  private EmotionEvent.Builder event() {
    return EmotionEvent.newBuilder()
        .setCallId("ada")
        .setChannel(Channel.CALLER)
        .setWindow(second)
        .setStartsAt(NINE.plusSeconds(second))
        .setEndsAt(NINE.plusSeconds(second + 3))
        .setHopMs(1000)
        .setQuality(new AudioQuality(1f, 0f, 0f, -20f))
        .setVersions(versions);
  }

  /** A new alert. */
  Told alert(String summary) {
    writer.add(history, alert(alerts++, summary).build());
    return this;
  }

  /** A step of an earlier alert. */
  Told alertAgain(int number, String summary) {
    writer.add(history, alert(number, summary).setStatus(EscalationStatus.UPDATED).build());
    return this;
  }

  private static Escalation.Builder alert(int number, String summary) {
    return Escalation.newBuilder()
        .setCallId("ada")
        .setEscalationId("ada/sustained-anger/" + number)
        .setStatus(EscalationStatus.RAISED)
        .setAt(NINE.plusSeconds(number))
        .setRaisedAt(NINE.plusSeconds(number))
        .setRule("sustained-anger")
        .setRuleVersion("1")
        .setSeverity(Severity.WARNING)
        .setRecommendedAction("Listen in")
        .setAnnotations(Map.of("summary", summary))
        .setEvidence(
            Evidence.newBuilder()
                .setEmotion("anger")
                .setLevel(0.7f)
                .setPeak(0.8f)
                .setThreshold(0.5f)
                .setSpeechSeconds(5)
                .setFirstWindow(0)
                .setLastWindow(5)
                .build());
  }

  Told ends() {
    writer.add(
        history,
        CallEvent.newBuilder()
            .setCallId("ada")
            .setType(CallEventType.ENDED)
            .setEffectiveAt(NINE.plusSeconds(second))
            .build());
    return this;
  }

  /** What a reader gets now. The call may go on. */
  CallHistory now() {
    return writer.finish(AvroState.read(CallHistory.getDecoder(), ByteBuffer.wrap(kept())));
  }

  /** What is put away after each window. */
  byte[] kept() {
    return AvroState.write(CallHistory.getEncoder(), history);
  }

  int bytes() {
    return AvroState.write(CallHistory.getEncoder(), now()).length;
  }
}
