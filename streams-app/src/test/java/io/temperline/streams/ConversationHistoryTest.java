package io.temperline.streams;

import static io.temperline.streams.Voice.CALM;
import static io.temperline.streams.Voice.SILENT;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call's history tells how caller and agent talked with each other. */
class ConversationHistoryTest {

  @Test
  void whileTheCallGoesOnItHasTheFiguresOfTheLastWindow() {
    try (Floor floor = Floor.open()) {
      bothTalk(floor.call("ada").starts(), floor);

      floor.waits(ofSeconds(2));

      List<EmotionEvent> events = floor.emotions();
      List<CallHistory> histories = floor.histories();
      assertThat(events).hasSize(8);
      assertThat(histories.get(histories.size() - 1).getConversation())
          .isNotNull()
          .isEqualTo(events.get(7).getConversation());
    }
  }

  @Test
  void inTheEndItHasThoseOfTheWholeCallAndIsToldOnce() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts();
      bothTalk(call, floor);
      floor.histories();
      call.ends();

      CallHistory last = floor.histories().stream().reduce((one, other) -> onlyOne()).orElseThrow();
      CallConversation talk = last.getConversation();
      assertThat(last.getComplete()).isTrue();
      assertThat(talk.getUntilMs()).isEqualTo(Floor.NINE.toEpochMilli() + 10_600);
      assertThat(talk.getCaller().getTurns()).isEqualTo(1);
      assertThat(talk.getAgent().getTurns()).isEqualTo(1);
      assertThat(talk.getAgent().getResponses()).isEqualTo(1);
      assertThat(talk.getAgent().getMeanResponseMs()).isEqualTo(1100);
    }
  }

  private static CallHistory onlyOne() {
    throw new AssertionError("the end is told more than once");
  }

  @Test
  void whereConversationsAreNotFollowedItHasNone() {
    try (Floor floor = Floor.open(Map.of("conversation", "false"))) {
      PhoneCall call = floor.call("ada").starts();
      bothTalk(call, floor);
      call.ends();

      assertThat(floor.emotions()).extracting(EmotionEvent::getConversation).containsOnlyNulls();
      CallHistory history = floor.latestHistories().get("ada");
      assertThat(history.getComplete()).isTrue();
      assertThat(history.getConversation()).isNull();
    }
  }

  /** The caller speaks for 6 s, the agent for 4 s from 7 s on, until 10.6 s are over. */
  private static void bothTalk(PhoneCall call, Floor floor) {
    for (int ms = 0; ms < 10_600; ms += 20) {
      floor.receive(call.frame(Channel.CALLER, ms < 6000 ? CALM : SILENT));
      floor.receive(call.frame(Channel.AGENT, ms < 7000 ? SILENT : CALM));
      call.pauses(PhoneCall.FRAME);
    }
    floor.waits(ofSeconds(1));
  }
}
