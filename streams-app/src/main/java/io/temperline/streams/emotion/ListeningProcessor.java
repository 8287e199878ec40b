package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.model.WindowScorer;
import io.temperline.speech.smoothing.EmotionSmoother;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.emotion.CallOutcome.Applied;
import io.temperline.streams.emotion.CallOutcome.EndInferred;
import io.temperline.streams.emotion.CallOutcome.Heard;
import io.temperline.streams.emotion.CallOutcome.Talked;
import io.temperline.streams.state.CallState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Listens to the calls of a task: ring, cursor and scoring in one. A window's cursor advances in
 * the same transaction in which its event goes out, so that after a crash every window is there
 * once.
 */
final class ListeningProcessor
    implements Processor<String, SpecificRecord, String, CallOutcome>, DueQueue.Teller {

  private static final Duration SILENCE_CHECK = Duration.ofMillis(100);

  /** So often it is looked whether a window has waited long enough; keeps it near the bound. */
  private static final int LOOKS_PER_SCORING_INTERVAL = 5;

  private final ScorersByThread scorers;
  private final AudioProgress progress;
  private final EmotionConfig config;
  private final WindowJudge judge;
  private final EmotionSmoother smoother;
  private final EmotionEvents events;
  private final WindowAnalyzers analyzers;
  private final Map<String, LiveCall> calls = new HashMap<>();
  private ProcessorContext<String, CallOutcome> context;
  private CallStores stores;
  private WindowScorer scorer;
  private DueQueue due;
  private IdleClock idle;
  private Watermark heard;
  private ListeningMetrics metrics;

  ListeningProcessor(
      ModelManifest model, ScorersByThread scorers, AudioProgress progress, EmotionConfig config) {
    this.scorers = scorers;
    this.progress = progress;
    this.config = config;
    judge = new WindowJudge(config.gate());
    smoother = new EmotionSmoother(config.smoothing());
    events = new EmotionEvents(model, config);
    analyzers = new WindowAnalyzers(config.window(), model.windowFeatures());
  }

  @Override
  public void init(ProcessorContext<String, CallOutcome> context) {
    this.context = context;
    stores = new CallStores(context);
    scorer = scorers.ofThisThread();
    due = new DueQueue(scorer, judge, config.scoringInterval());
    idle = new IdleClock(context.currentSystemTimeMs());
    heard = new Watermark(progress, context.taskId().partition(), config.idleTimeout());
    metrics = new ListeningMetrics(context);
    stores.allStates().forEach(state -> calls.put(state.getCallId(), restored(state)));
    // Wall clock: how long windows wait for a batch, and silence, are matters of real time.
    context.schedule(
        config.scoringInterval().dividedBy(LOOKS_PER_SCORING_INTERVAL),
        PunctuationType.WALL_CLOCK_TIME,
        now -> due.tellWhatIsReady(now, this));
    context.schedule(SILENCE_CHECK, PunctuationType.WALL_CLOCK_TIME, this::closeWhatFellSilent);
  }

  private LiveCall restored(CallState state) {
    LiveCall call = new LiveCall(state, config, analyzers, stores, idle.now());
    due.collectFrom(call, context.currentSystemTimeMs());
    return call;
  }

  @Override
  public void process(Record<String, SpecificRecord> signal) {
    LiveCall call = calls.computeIfAbsent(signal.key(), this::begin);
    if (signal.value() instanceof AudioFrame frame) {
      hear(call, frame);
    } else if (signal.value() instanceof CallEvent event) {
      apply(call, event);
    }
    due.collectFrom(call, context.currentSystemTimeMs());
    metrics.lost(call.takeLostMs());
    closeIfFinished(call);
    due.tellWhatIsReady(context.currentSystemTimeMs(), this);
  }

  private LiveCall begin(String callId) {
    return LiveCall.begin(callId, config, analyzers, stores, idle.now());
  }

  private void hear(LiveCall call, AudioFrame frame) {
    metrics.frame(
        call.takesNothingMore() || call.isPastEnd(frame)
            ? JitterBuffer.Fate.LATE
            : call.hear(frame, idle.now()));
  }

  /**
   * What was complete before an event comes out before it, whatever the wall clock did since: the
   * order of what comes out is that of the records.
   */
  private void apply(LiveCall call, CallEvent event) {
    if (call.takesNothingMore() || call.hasEnded()) {
      return;
    }
    call.apply(event, idle.now());
    if (event.getType() != CallEventType.ENDED) {
      due.tellAllOf(call, this);
      forward(event.getEffectiveAt(), call, new Applied(event));
    }
  }

  private void closeWhatFellSilent(long now) {
    idle.tick(now);
    if (calls.values().stream().anyMatch(call -> call.isOverdue(idle.now()))) {
      heard.advance(idle.now());
    }
    for (Iterator<LiveCall> all = calls.values().iterator(); all.hasNext(); ) {
      LiveCall call = all.next();
      if (call.isForgettable(idle.now())) {
        stores.forget(call.callId());
        all.remove();
      } else {
        closeIfFinished(call);
        inferEndIfSilent(call);
      }
    }
  }

  private void closeIfFinished(LiveCall call) {
    if (call.isFinished(heard.now())) {
      call.startClosing();
      due.collectFrom(call, context.currentSystemTimeMs());
      metrics.lost(call.takeLostMs());
      due.addEnd(call);
    }
  }

  /**
   * The inferred end goes through the calls topic like any other, so that a replay reads it. What
   * comes behind it in that topic can be read only when it is committed, so that is asked for at
   * once: meanwhile others might be put on hold.
   */
  private void inferEndIfSilent(LiveCall call) {
    if (call.isSilentTooLong(heard.now())) {
      Instant lastHeard = Instant.ofEpochMilli(call.lastHeardAt());
      CallEvent end =
          CallEvent.newBuilder()
              .setCallId(call.callId())
              .setType(CallEventType.ENDED)
              .setEffectiveAt(lastHeard)
              .setInferred(true)
              .setLastSequences(call.lastSequences())
              .build();
      call.announceEnd();
      metrics.endInferred();
      forward(lastHeard.plus(config.idleTimeout()), call, new EndInferred(end));
      context.commit();
    }
  }

  @Override
  public void tell(Due.Window window, Optional<WindowScore> score) {
    Optional<EmotionScores> scores = score.map(heard -> window.channel().take(heard, smoother));
    window.channel().advancePast(window.window());
    window.call().save();
    metrics.window(scores.isPresent());
    var event = events.of(window, scores);
    forward(event.getEndsAt(), window.call(), new Heard(event));
  }

  @Override
  public void tell(Due.End end) {
    LiveCall call = end.call();
    CallEvent ended = call.ended();
    call.wholeConversation()
        .ifPresent(figures -> forward(ended.getEffectiveAt(), call, new Talked(figures)));
    call.close(idle.now());
    forward(ended.getEffectiveAt(), call, new Applied(ended));
  }

  private void forward(Instant at, LiveCall call, CallOutcome outcome) {
    context.forward(new Record<>(call.callId(), outcome, at.toEpochMilli()));
  }

  @Override
  public void close() {
    if (scorer != null) {
      scorer.close();
    }
  }
}
