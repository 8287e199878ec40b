package io.temperline.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.access.Sight;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.CourseCell;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ArchiveTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final long QUARTER_S = 15 * 60;

  private final Archive archive = new Archive(3);
  private long offset;

  @Test
  void findsCallsByWhatIsAskedOfThem() {
    put(call("c-1", 0, 60, "Ada Lovelace", "agent-7", "Billing", 0.9f));
    put(call("c-2", 100, 30, "Ben", "agent-2", "Returns", 0.2f));

    assertThat(found("text", "LOVE")).containsExactly("c-1");
    assertThat(found("text", "c-2")).containsExactly("c-2");
    assertThat(found("queue", "Returns")).containsExactly("c-2");
    assertThat(found("agent", "agent-7")).containsExactly("c-1");
    assertThat(found("emotion", "calm")).containsExactly("c-2", "c-1");
    assertThat(found("emotion", "happy")).isEmpty();
    assertThat(found("to", second(100))).containsExactly("c-1");
    assertThat(found("from", second(100))).containsExactly("c-2");
  }

  @Test
  void findsCallsByTheirAlerts() {
    CallHistory alerted = call("c-1", 0, 60, "Ada", null, null, 0.9f);
    CallScript script = new CallScript("c-1", NOON);
    alerted.setEscalations(List.of(script.summaryOf(script.raised(30, 0.9f))));
    put(alerted);
    put(call("c-2", 100, 30, "Ben", null, null, 0.2f));

    assertThat(found("alert", "any")).containsExactly("c-1");
    assertThat(found("alert", "none")).containsExactly("c-2");
    assertThat(found("alert", "CRITICAL")).containsExactly("c-1");
    assertThat(found("alert", "WARNING")).isEmpty();
    assertThat(found("alert", "sustained-anger")).containsExactly("c-1");
  }

  @Test
  void ordersByTheColumnThatIsAskedFor() {
    put(call("c-1", 0, 60, "Ada", null, null, 0.9f));
    put(call("c-2", 100, 30, "Ben", null, null, 0.2f));
    put(call("c-3", 200, 90, null, null, null, 0.5f));

    assertThat(found()).containsExactly("c-3", "c-2", "c-1");
    assertThat(found("sort", "duration")).containsExactly("c-2", "c-1", "c-3");
    assertThat(found("sort", "-peak")).containsExactly("c-1", "c-3", "c-2");
    assertThat(found("sort", "customer")).containsExactly("c-3", "c-1", "c-2");
    assertThatThrownBy(() -> Search.orderOf("height"))
        .isInstanceOf(UnusableSearchException.class)
        .hasMessageStartingWith("sort is 'height': use one of agent, alerts, customer,");
  }

  @Test
  void doesNotFindWhatGoesOnOrWasErased() {
    put(new CallScript("c-1", NOON).soFar(20));
    put(call("c-2", 0, 30, "Ben", null, null, 0.2f));
    archive.remove("c-2");

    assertThat(found()).isEmpty();
    assertThat(archive.place("c-2")).isEmpty();
  }

  @Test
  void takesACallsLatestHistory() {
    put(call("c-1", 0, 30, "Ada", null, null, 0.2f));
    CallHistory judged = call("c-1", 0, 30, "Ada", null, null, 0.4f);
    put(judged);

    assertThat(archive.find(search(), Sight.ALL))
        .singleElement()
        .extracting(EndedCall::peakAnger)
        .isEqualTo(0.4f);
    assertThat(archive.place("c-1")).contains(new Filed.Place(0, 1));
  }

  @Test
  void keepsTheLatestAndSaysHowFarItReaches() {
    for (int i = 0; i < 4; i++) {
      put(call("c-" + i, i * 100L, 30, null, null, null, 0.2f));
    }
    assertThat(archive.reachesBackTo()).isEmpty();

    archive.tidy();

    assertThat(found()).containsExactly("c-3", "c-2", "c-1");
    assertThat(archive.reachesBackTo()).contains(NOON.plusSeconds(100).toEpochMilli());
  }

  @Test
  void spreadsACallOverTheQuarterHoursThatItWentThrough() {
    CallHistory call = call("c-1", 14 * 60, 120, "Ada", null, "Billing", 0.9f);
    call.setCourseStepMs(60_000L);
    call.setCourse(List.of(new CourseCell(60, 0.2f, 0f, 0f), new CourseCell(30, 0.8f, 0f, 0f)));
    CallScript script = new CallScript("c-1", call.getStartedAt());
    call.setEscalations(List.of(script.summaryOf(script.raised(70, 0.9f))));
    put(call);
    put(call("c-2", 0, 30, "Ben", null, null, 0.2f));

    long from = NOON.toEpochMilli();
    long to = NOON.plusSeconds(3 * QUARTER_S).toEpochMilli();
    QueueView view = QueueView.of(archive.during(from, to, Sight.ALL), from, to);

    assertThat(view.quarters()).hasSize(3);
    assertThat(view.queues()).extracting(QueueView.Queue::name).containsExactly("Billing", null);
    List<QueueView.Cell> cells = view.queues().get(0).cells();
    assertThat(cells).extracting(QueueView.Cell::calls).containsExactly(1, 1, 0);
    assertThat(cells).extracting(QueueView.Cell::alerts).containsExactly(0, 1, 0);
    assertThat(cells.get(0).anger()).isCloseTo(0.2, within(1e-6));
    assertThat(cells.get(1).anger()).isCloseTo(0.8, within(1e-6));
    assertThat(cells.get(2).anger()).isNull();
  }

  @Test
  void weighsAnAgentsFiguresByWhatWasSpoken() {
    put(talked("c-1", side(60_000, 0.5f, 4f, 10, 500L, 1)));
    put(talked("c-2", side(30_000, 0.25f, 7f, 30, 900L, 3)));

    List<AgentFigures> agents =
        AgentFigures.of(archive.during(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2, Sight.ALL));

    assertThat(agents).hasSize(1);
    AgentFigures agent = agents.get(0);
    assertThat(agent.calls()).isEqualTo(2);
    assertThat(agent.talkShare()).isCloseTo(90.0 / 240, within(1e-6));
    assertThat(agent.syllablesPerSecond()).isCloseTo(5, within(1e-6));
    assertThat(agent.responseMs()).isCloseTo(800, within(1e-6));
    assertThat(agent.interruptionsPerCall()).isEqualTo(2);
  }

  private CallHistory talked(String id, ConversationSide agent) {
    CallHistory call = call(id, 0, 30, null, "agent-7", null, 0.2f);
    call.setConversation(
        CallConversation.newBuilder()
            .setUntilMs(0)
            .setKnownMs(0)
            .setCaller(side(0, 0f, 0f, 0, 0L, 0))
            .setAgent(agent)
            .setLongestSilenceMs(0)
            .setSilenceMs(0)
            .setHolds(0)
            .setHoldMs(0)
            .setCurrentHoldMs(0)
            .build());
    return call;
  }

  private static ConversationSide side(
      long speechMs, float share, float rate, int responses, long responseMs, int cuts) {
    return ConversationSide.newBuilder()
        .setSpeechMs(speechMs)
        .setTalkShare(share)
        .setTurns(responses)
        .setInterruptions(cuts)
        .setLongestMonologueMs(0)
        .setCurrentMonologueMs(0)
        .setResponses(responses)
        .setMeanResponseMs(responseMs)
        .setSyllablesPerSecond(rate)
        .build();
  }

  private static CallHistory call(
      String id, long second, long seconds, String who, String agent, String queue, float peak) {
    CallHistory call = new CallScript(id, NOON.plusSeconds(second)).complete(seconds, peak);
    call.setCustomerId(who);
    call.setAgentId(agent);
    call.setQueue(queue);
    return call;
  }

  private void put(CallHistory history) {
    archive.put(history, new Filed.Place(0, offset++));
  }

  private List<String> found(String... asked) {
    return archive.find(search(asked), Sight.ALL).stream().map(EndedCall::id).toList();
  }

  /** A search by the named fields, each before what it asks for; nothing is asked of the others. */
  private static Search search(String... asked) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < asked.length; i += 2) {
      fields.put(asked[i], asked[i + 1]);
    }
    Function<String, String> field = name -> Optional.ofNullable(fields.remove(name)).orElse("");
    SearchRequest request =
        new SearchRequest(
            field.apply("from"),
            field.apply("to"),
            field.apply("text"),
            field.apply("agent"),
            field.apply("queue"),
            field.apply("emotion"),
            field.apply("alert"),
            Optional.ofNullable(fields.remove("sort")).orElse("-started"));
    assertThat(fields).as("fields that no search has").isEmpty();
    return request.search();
  }

  private static String second(long second) {
    return NOON.plusSeconds(second).toString();
  }
}
