package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.streams.LouderIsAngrier;
import java.io.File;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;

/** A task that listens, its stores, and a wall clock that tests move. */
final class ListeningTask {

  private final EmotionConfig config;
  private final MockProcessorContext<String, CallOutcome> context;
  private ListeningProcessor processor;
  private List<CapturedPunctuator> timers;
  private long nowMs;

  ListeningTask(EmotionConfig config, File stateDir) {
    this.config = config;
    context = OpenStores.contextIn(stateDir);
    start();
  }

  private void start() {
    int earlierTimers = context.scheduledPunctuators().size();
    processor =
        new ListeningProcessor(
            LouderIsAngrier.MANIFEST,
            new ScorersByThread(() -> new LouderIsAngrier(LouderIsAngrier.MANIFEST)),
            AudioProgress.IMMEDIATE,
            config);
    context.setCurrentSystemTimeMs(nowMs);
    processor.init(context);
    List<CapturedPunctuator> all = context.scheduledPunctuators();
    timers = all.subList(earlierTimers, all.size());
  }

  /** It is killed right after a commit, and another takes its stores over. */
  void isTakenOver() {
    processor.close();
    start();
  }

  void receives(SpecificRecord record) {
    Record<String, SpecificRecord> signal =
        record instanceof AudioFrame frame
            ? new Record<>(frame.getCallId(), frame, frame.getCapturedAt().toEpochMilli())
            : new Record<>(
                ((CallEvent) record).getCallId(),
                record,
                ((CallEvent) record).getEffectiveAt().toEpochMilli());
    processor.process(signal);
  }

  /** Wall-clock time passes, at the end of which all timers fire. */
  void waits(long ms) {
    nowMs += ms;
    context.setCurrentSystemTimeMs(nowMs);
    timers.forEach(timer -> timer.getPunctuator().punctuate(nowMs));
  }

  /** Long enough for what waits to be told and for an end to be believed. */
  void comesToRest() {
    for (int i = 0; i < 20; i++) {
      waits(100);
    }
  }

  /** All that came out, in order. */
  List<CallOutcome> outcomes() {
    return context.forwarded().stream()
        .<CallOutcome>map(
            (CapturedForward<? extends String, ? extends CallOutcome> forward) ->
                forward.record().value())
        .toList();
  }

  List<EmotionEvent> emotions(Channel channel) {
    return outcomes().stream()
        .filter(CallOutcome.Heard.class::isInstance)
        .map(outcome -> ((CallOutcome.Heard) outcome).event())
        .filter(event -> event.getChannel() == channel)
        .toList();
  }

  /** The figures that the caller's events carry. */
  List<CallConversation> told() {
    return emotions(Channel.CALLER).stream().map(EmotionEvent::getConversation).toList();
  }

  /** The figures of whole calls. */
  List<CallConversation> talks() {
    return outcomes().stream()
        .filter(CallOutcome.Talked.class::isInstance)
        .map(outcome -> ((CallOutcome.Talked) outcome).figures())
        .toList();
  }

  CallStores stores() {
    return new CallStores(context);
  }
}
