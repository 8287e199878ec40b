package io.temperline.standalone.past;

import io.temperline.gateway.replay.CallDetails;
import io.temperline.gateway.replay.FoundCall;
import io.temperline.gateway.replay.FoundCalls;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.UnusableRecordingsException;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.TrustedClasses;
import io.temperline.speech.conversation.Conversation;
import io.temperline.streams.emotion.RecordedEmotions;
import io.temperline.streams.escalation.PastListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recordings, heard as the live service would. Each call begins at the epoch. */
public final class RecordedPast implements PastCalls {

  /** What commands say of the paths that they take. */
  public static final String PATHS =
      "WAV or FLAC files, or folders of them. A stereo file is caller and agent, X_caller and"
          + " X_agent are one call, mono is the caller; a calls.json beside them tells queue,"
          + " language, attributes and holds.";

  private final List<Path> paths;
  private final RecordedEmotions emotions;

  public RecordedPast(List<Path> paths, RecordedEmotions emotions) {
    TrustedClasses.trustOurs(); // no topic has seen to it
    this.paths = paths;
    this.emotions = emotions;
  }

  /**
   * @throws UnusableRecordingsException where one cannot be read: a test on the others alone would
   *     mislead
   */
  @Override
  public void tellTo(List<? extends PastListener> listeners) {
    for (FoundCall found : FoundCalls.in(paths).calls()) {
      RecordedCall call = found.read();
      List<CallEvent> happened = happened(call);
      List<EmotionEvent> heard = heard(call);
      for (PastListener listener : listeners) {
        happened.forEach(listener::learn);
        heard.forEach(listener::hear);
      }
    }
  }

  private List<EmotionEvent> heard(RecordedCall call) {
    CallDetails details = call.details();
    boolean mayBeHeard = details.callerInformed() != CallerInformed.NOT_INFORMED;
    return emotions.of(
        call.callId(),
        call.caller(),
        call.agent(),
        details::objectionTo,
        mayBeHeard ? Optional.of(conversation(details)) : Optional.empty());
  }

  private static Conversation conversation(CallDetails details) {
    Conversation conversation = new Conversation();
    for (CallDetails.Hold hold : details.holds()) {
      conversation.held(hold.fromMs());
      conversation.resumed(hold.toMs());
    }
    return conversation;
  }

  private static List<CallEvent> happened(RecordedCall call) {
    CallDetails details = call.details();
    List<CallEvent> events = new ArrayList<>();
    events.add(
        event(call, CallEventType.STARTED, 0)
            .setQueue(details.queue())
            .setLanguage(details.language())
            .setDirection(details.direction())
            .setAttributes(details.attributes())
            .build());
    for (CallDetails.Hold hold : details.holds()) {
      add(events, call, CallEventType.HELD, hold.fromMs());
      add(events, call, CallEventType.RESUMED, hold.toMs());
    }
    events.add(event(call, CallEventType.ENDED, call.durationMs()).build());
    return events;
  }

  /** What the recording does not reach is left out: a call can end on hold. */
  private static void add(
      List<CallEvent> events, RecordedCall call, CallEventType type, long atMs) {
    if (atMs < call.durationMs()) {
      events.add(event(call, type, atMs).build());
    }
  }

  private static CallEvent.Builder event(RecordedCall call, CallEventType type, long atMs) {
    return CallEvent.newBuilder()
        .setCallId(call.callId())
        .setType(type)
        .setEffectiveAt(Instant.ofEpochMilli(atMs));
  }
}
