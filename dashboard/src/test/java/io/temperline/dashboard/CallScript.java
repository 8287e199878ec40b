package io.temperline.dashboard;

import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Channel;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.Severity;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.Stretch;
import io.temperline.schemas.TrustedClasses;
import io.temperline.schemas.Verdict;
import io.temperline.schemas.WindowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The words of the tests: what the topics say of one call. Seconds count from its start. */
public record CallScript(String id, Instant start) {

  static {
    TrustedClasses.trustOurs();
  }

  private static final Duration WINDOW = Duration.ofSeconds(3);
  private static final int HOP_MS = 1000;
  private static final float THRESHOLD = 0.6f;
  private static final ModelVersions VERSIONS = new ModelVersions("m1", "c1", "f1");

  public Instant at(long second) {
    return start.plusSeconds(second);
  }

  public CallEvent started(String customer, String agent, String queue) {
    return event(CallEventType.STARTED, 0)
        .setCustomerId(customer)
        .setAgentId(agent)
        .setQueue(queue)
        .build();
  }

  public CallEvent held(long second) {
    return event(CallEventType.HELD, second).build();
  }

  public CallEvent resumed(long second) {
    return event(CallEventType.RESUMED, second).build();
  }

  public CallEvent transferred(long second, String agent, String queue) {
    return event(CallEventType.TRANSFERRED, second).setAgentId(agent).setQueue(queue).build();
  }

  public CallEvent ended(long second) {
    return event(CallEventType.ENDED, second).build();
  }

  /** Window {@code k}, which ends at second k + 3, with this smoothed anger. */
  public EmotionEvent heard(long k, float anger) {
    String top = anger >= 0.5 ? "angry" : "calm";
    return heard(k, top, Map.of("angry", anger, "calm", 1 - anger));
  }

  public EmotionEvent heard(long k, String top, Map<String, Float> smoothed) {
    float anger = smoothed.getOrDefault("angry", 0f);
    return window(k)
        .setStatus(WindowStatus.SCORED)
        .setProbabilities(smoothed)
        .setTop(top)
        .setConfidence(smoothed.getOrDefault(top, 0f))
        .setSmoothed(new SmoothedEmotion(smoothed, top, 0.4f - anger, anger - 0.3f))
        .build();
  }

  public EmotionEvent notScored(long k, NotScoredReason reason) {
    return window(k).setStatus(WindowStatus.NOT_SCORED).setReason(reason).build();
  }

  /** The window, with how long each side has spoken up to its end. */
  public static EmotionEvent withTalk(EmotionEvent window, long callerMs, long agentMs) {
    window.setConversation(conversation(window.getEndsAt().toEpochMilli(), callerMs, agentMs));
    return window;
  }

  public EmotionEvent heardOfAgent(long k, float anger) {
    EmotionEvent event = heard(k, anger);
    event.setChannel(Channel.AGENT);
    return event;
  }

  public Escalation raised(long second, float anger) {
    return step(EscalationStatus.RAISED, second, second, anger);
  }

  public Escalation updated(long raisedAtSecond, long second, float anger) {
    return step(EscalationStatus.UPDATED, raisedAtSecond, second, anger);
  }

  public Escalation cleared(long raisedAtSecond, long second, float peak) {
    return step(EscalationStatus.CLEARED, raisedAtSecond, second, peak);
  }

  /** What somebody does with the alert as {@code last} left it. */
  public Escalation acknowledged(Escalation last, long second, String by) {
    return byPerson(last, EscalationStatus.ACKNOWLEDGED, second, by)
        .setAcknowledgedBy(by)
        .setAcknowledgedAt(at(second))
        .build();
  }

  public Escalation snoozed(Escalation last, long second, String by, Instant until) {
    return byPerson(last, EscalationStatus.SNOOZED, second, by).setSnoozedUntil(until).build();
  }

  public Escalation judged(Escalation last, long second, String by, Verdict verdict) {
    return byPerson(last, EscalationStatus.JUDGED, second, by)
        .setVerdict(verdict)
        .setJudgedBy(by)
        .build();
  }

  public Escalation noted(Escalation last, long second, String by, String note) {
    return byPerson(last, EscalationStatus.NOTED, second, by).setNote(note).build();
  }

  /** The call so far, of which nothing is known but its length. */
  public CallHistory soFar(long seconds) {
    return history(seconds).setComplete(false).build();
  }

  /** The whole call in its final figures: calm, then angry with this peak. */
  public CallHistory complete(long seconds, float peakAnger) {
    long half = seconds / 2;
    return history(seconds)
        .setComplete(true)
        .setEndedAt(at(seconds))
        .setWindowsScored((int) seconds - 2)
        .setSecondsByEmotion(Map.of("calm", (double) half, "angry", (double) (seconds - half)))
        .setCurrentEmotion("angry")
        .setCurrentAnger(peakAnger)
        .setPeakAnger(peakAnger)
        .setMeanAnger(peakAnger / 2)
        .setTimeline(
            List.of(
                new Stretch(0L, half * 1000, "calm", null, 0.2f),
                new Stretch(half * 1000, seconds * 1000, "angry", null, peakAnger)))
        .build();
  }

  public EscalationSummary summaryOf(Escalation step) {
    return EscalationSummary.newBuilder()
        .setEscalationId(step.getEscalationId())
        .setRule(step.getRule())
        .setSeverity(step.getSeverity())
        .setStatus(step.getStatus())
        .setRaisedAt(step.getRaisedAt())
        .setUpdatedAt(step.getAt())
        .setPeak(step.getEvidence().getPeak())
        .setFiredMs(
            step.getClearedAt() == null
                ? null
                : Duration.between(step.getRaisedAt(), step.getClearedAt()).toMillis())
        .build();
  }

  private CallEvent.Builder event(CallEventType type, long second) {
    return CallEvent.newBuilder().setCallId(id).setType(type).setEffectiveAt(at(second));
  }

  private EmotionEvent.Builder window(long k) {
    return EmotionEvent.newBuilder()
        .setCallId(id)
        .setChannel(Channel.CALLER)
        .setWindow(k)
        .setStartsAt(at(k))
        .setEndsAt(at(k).plus(WINDOW))
        .setHopMs(HOP_MS)
        .setQuality(new AudioQuality(0.6f, 0f, 0f, -24f))
        .setVersions(VERSIONS);
  }

  private Escalation step(EscalationStatus status, long raisedAt, long at, float level) {
    return Escalation.newBuilder()
        .setCallId(id)
        .setEscalationId(id + "/sustained-anger/" + raisedAt)
        .setStatus(status)
        .setAt(at(at))
        .setRaisedAt(at(raisedAt))
        .setClearedAt(status == EscalationStatus.CLEARED ? at(at) : null)
        .setRule("sustained-anger")
        .setRuleVersion("1")
        .setSeverity(level >= 0.8f ? Severity.CRITICAL : Severity.WARNING)
        .setRecommendedAction("Listen in, and offer the agent help.")
        .setEvidence(
            Evidence.newBuilder()
                .setEmotion("anger")
                .setLevel(level)
                .setPeak(level)
                .setThreshold(THRESHOLD)
                .setSpeechSeconds(8 + at - raisedAt)
                .setFirstWindow(Math.max(0, raisedAt - 8))
                .setLastWindow(at)
                .setFigures(Map.of("anger", (double) level, "agent_interrupts", 3.0))
                .build())
        .setAnnotations(Map.of("summary", "The caller stays angry"))
        .build();
  }

  private Escalation.Builder byPerson(
      Escalation last, EscalationStatus status, long second, String by) {
    return Escalation.newBuilder(last)
        .setStatus(status)
        .setAt(at(second))
        .setBy(by)
        .setNote(null)
        .setCommandId(status + "-" + second);
  }

  private static CallConversation conversation(long untilMs, long callerMs, long agentMs) {
    long both = Math.max(1, callerMs + agentMs);
    return CallConversation.newBuilder()
        .setUntilMs(untilMs)
        .setKnownMs(both)
        .setCaller(side(callerMs, (float) callerMs / both))
        .setAgent(side(agentMs, (float) agentMs / both))
        .setSilenceShare(0.12f)
        .setLongestSilenceMs(4_000)
        .setSilenceMs(0)
        .setOverlapShare(0.05f)
        .setTurnsPerMinute(11.5f)
        .setHolds(0)
        .setHoldMs(0)
        .setCurrentHoldMs(0)
        .build();
  }

  private static ConversationSide side(long ms, float share) {
    return ConversationSide.newBuilder()
        .setSpeechMs(ms)
        .setTalkShare(share)
        .setTurns(12)
        .setInterruptions(share > 0.5 ? 3 : 1)
        .setLongestMonologueMs(21_000)
        .setCurrentMonologueMs(0)
        .setResponses(10)
        .setMeanResponseMs(820L)
        .setSyllablesPerSecond(4.4f)
        .build();
  }

  private CallHistory.Builder history(long seconds) {
    return CallHistory.newBuilder()
        .setCallId(id)
        .setStartedAt(start)
        .setDurationMs(seconds * 1000)
        .setUpdatedAt(at(seconds));
  }
}
