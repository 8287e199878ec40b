package io.temperline.dashboard;

import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.CourseCell;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Eight hours of ended calls, the same each time. */
public record BusyDay(TestTopics topics, Instant now) {

  private static final List<String> QUEUES = List.of("Billing", "Deliveries", "Returns", "Support");
  private static final List<String> EMOTIONS = List.of("neutral", "calm", "happy", "sad", "angry");
  private static final int CALLS = 120;

  public void write() {
    Random chance = new Random(7);
    for (int i = 0; i < CALLS; i++) {
      topics.write(call(i, chance));
    }
  }

  private CallHistory call(int i, Random chance) {
    long seconds = 60 + chance.nextInt(600);
    Instant start = now.minus(Duration.ofMinutes(480 - i * 4L)).minusSeconds(seconds);
    CallScript script = new CallScript("c-" + (1000 + i), start);
    int queue = chance.nextInt(QUEUES.size());
    float anger = Math.min(0.95f, chance.nextFloat() * (0.35f + 0.2f * queue));
    CallHistory call = script.complete(seconds, anger);
    call.setCustomerId("C-" + (20_000 + chance.nextInt(60_000)));
    call.setAgentId("agent-" + (1 + chance.nextInt(8)));
    call.setQueue(QUEUES.get(queue));
    String emotion = anger > 0.5 ? "angry" : EMOTIONS.get(chance.nextInt(4));
    call.setSecondsByEmotion(Map.of(emotion, seconds * 0.7, "uncertain", seconds * 0.1));
    call.setCourseStepMs(60_000L);
    call.setCourse(
        Stream.generate(() -> new CourseCell(40, anger, 0f, 0f)).limit(seconds / 60 + 1).toList());
    if (anger > 0.6) {
      call.setEscalations(List.of(script.summaryOf(script.raised(seconds / 2, anger))));
    }
    call.setConversation(conversation(seconds * 1000, chance));
    return call;
  }

  private static CallConversation conversation(long ms, Random chance) {
    float share = 0.35f + 0.3f * chance.nextFloat();
    return CallConversation.newBuilder()
        .setUntilMs(ms)
        .setKnownMs(ms)
        .setCaller(side(ms, share, chance))
        .setAgent(side(ms, 1 - share, chance))
        .setLongestSilenceMs(4_000)
        .setSilenceMs(0)
        .setHolds(0)
        .setHoldMs(0)
        .setCurrentHoldMs(0)
        .build();
  }

  private static ConversationSide side(long ms, float share, Random chance) {
    return ConversationSide.newBuilder()
        .setSpeechMs((long) (ms * share))
        .setTalkShare(share)
        .setTurns(20)
        .setInterruptions(chance.nextInt(4))
        .setLongestMonologueMs(10_000L + chance.nextInt(40_000))
        .setCurrentMonologueMs(0)
        .setResponses(18)
        .setMeanResponseMs(500L + chance.nextInt(900))
        .setSyllablesPerSecond(3.5f + 2 * chance.nextFloat())
        .build();
  }
}
