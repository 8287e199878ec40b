package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.streams.state.CustomerCall;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a customer across calls. */
class CustomerTest {

  private final Floor floor = Floor.open();

  @AfterEach
  void close() {
    floor.close();
  }

  @Test
  void aCustomersCallsAreRememberedInTheirOrder() {
    PhoneCall second = call("second", "carl", NINE.plusSeconds(100));
    PhoneCall first = call("first", "carl", NINE);
    second.callerSpeaks(ANGRY, ofSeconds(12)).ends();
    first.callerSpeaks(CALM, ofSeconds(8)).ends();
    call("other", "dora", NINE).callerSpeaks(CALM, ofSeconds(5)).ends();
    floor.waits(ofSeconds(2));

    assertThat(floor.customer("carl").getCalls())
        .extracting(
            CustomerCall::getCallId,
            CustomerCall::getComplete,
            CustomerCall::getDurationMs,
            CustomerCall::getLastEmotion,
            CustomerCall::getEscalations)
        .containsExactly(
            tuple("first", true, 8000L, "neutral", 0), tuple("second", true, 12_000L, "angry", 1));
    assertThat(floor.customer("dora").getCalls()).hasSize(1);
  }

  @Test
  void aCallIsKnownFromItsBeginning() {
    call("ada", "carl", NINE);

    assertThat(floor.customer("carl").getCalls())
        .extracting(CustomerCall::getCallId, CustomerCall::getComplete)
        .containsExactly(tuple("ada", false));
  }

  @Test
  void theLastTwentyCallsAreKept() {
    IntStream.range(0, 25)
        .forEach(i -> call("call-" + i, "carl", NINE.plusSeconds(600L * i)).ends());
    floor.waits(ofSeconds(5));

    assertThat(floor.customer("carl").getCalls())
        .extracting(CustomerCall::getCallId)
        .hasSize(20)
        .startsWith("call-5")
        .endsWith("call-24");
  }

  @Test
  void aCallThatTurnsOutToBeAnotherCustomersIsTheirs() {
    PhoneCall call = call("ada", "carl", NINE);
    floor.receive(event("ada", CallEventType.TRANSFERRED, "dora", NINE.plusSeconds(1)));
    call.callerSpeaks(CALM, ofSeconds(5)).ends();
    floor.waits(ofSeconds(2));

    assertThat(floor.customer("carl")).isNull();
    assertThat(floor.customer("dora").getCalls()).hasSize(1);
  }

  @Test
  void anErasedCustomerIsForgottenWithTheCallsThatAreKnown() {
    call("first", "carl", NINE).callerSpeaks(CALM, ofSeconds(5)).ends();
    PhoneCall live = call("second", "carl", NINE.plusSeconds(100));
    live.callerSpeaks(CALM, ofSeconds(5));
    call("other", "dora", NINE).callerSpeaks(CALM, ofSeconds(5)).ends();
    floor.waits(ofSeconds(2));

    floor.receive(
        Command.newBuilder()
            .setCommandId("forget-carl")
            .setType(CommandType.ERASE_CUSTOMER)
            .setAt(NINE.plusSeconds(300))
            .setBy("olga")
            .setCustomerId("carl")
            .build());
    live.callerSpeaks(ANGRY, ofSeconds(12)).ends();
    floor.waits(ofSeconds(5));

    assertThat(floor.customer("carl")).isNull();
    assertThat(floor.customer("dora")).isNotNull();
    assertThat(floor.latestHistories()).containsOnlyKeys("other");
    assertThat(floor.deadLetters()).isEmpty();
  }

  @Test
  void aCustomerOfWhomNothingIsHeardIsForgotten() {
    call("ada", "carl", NINE).callerSpeaks(CALM, ofSeconds(5)).ends();
    floor.standsStill(Duration.ofDays(179));
    call("bob", "dora", NINE).callerSpeaks(CALM, ofSeconds(5)).ends();
    assertThat(floor.customer("carl")).isNotNull();

    floor.standsStill(Duration.ofDays(1).plus(ofMinutes(1)));

    assertThat(floor.customer("carl")).isNull();
    assertThat(floor.customer("dora")).isNotNull();
  }

  private PhoneCall call(String callId, String customerId, Instant start) {
    floor.receive(event(callId, CallEventType.STARTED, customerId, start));
    return new PhoneCall(floor, callId, start);
  }

  private static CallEvent event(String callId, CallEventType type, String customerId, Instant at) {
    return CallEvent.newBuilder()
        .setCallId(callId)
        .setType(type)
        .setEffectiveAt(at)
        .setCustomerId(customerId)
        .build();
  }
}
