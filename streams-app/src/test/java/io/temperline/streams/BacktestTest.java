package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.streams.escalation.Backtest;
import io.temperline.streams.escalation.JudgedCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a back-test finds in the topics is what was raised when the calls were live. */
class BacktestTest {

  private static final String FIRST =
      """
        - name: loud
          expr: anger >= 0.4
          for: 2s
          clock: speech
          keepFiring: {until: anger < 0.2, for: 2s}
          cooldown: 3s
          severity: critical
          scope: {queue: [billing]}
          updates: {value: anger, step: 0.05}
          annotations: {summary: "{{ anger }} for {{ holding }}, {{ anger_trend_10s }}"}
        - {name: held, expr: on_hold && holds >= 1, severity: info}
        - {name: long, expr: 'call_age >= duration("8s")', severity: warning, updates: {value: double(hold_total.getSeconds()), step: 1}}
      """;

  private static final String SECOND =
      """
        - {name: loud, expr: anger >= 0.6, severity: info, updates: {value: anger, step: 0.1}}
        - {name: twice-held, expr: holds >= 2, severity: warning}
      """;

  private static final Instant CHANGE = NINE.plusSeconds(20);

  private final Floor floor = Floor.open();

  @AfterEach
  void close() {
    floor.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsInTheTopicsWhatWasRaisedLive(long seed) {
    floor.publish("first", NINE.minusSeconds(60), FIRST);
    floor.publish("second", CHANGE, SECOND);

    playAnyCalls(new Random(seed));

    Map<String, List<Escalation>> live = byCall(floor.escalations());
    List<JudgedCall> found = backtest(new Random(seed));
    assertThat(live).isNotEmpty();
    for (JudgedCall call : found) {
      List<Escalation> steps = live.getOrDefault(call.callId(), List.of());
      assertThat(inShort(call.steps())).isEqualTo(inShort(steps));
      assertThat(call.steps()).isEqualTo(steps);
    }
    assertThat(found).extracting(JudgedCall::callId).containsAll(live.keySet());
  }

  private static String inShort(List<Escalation> steps) {
    return steps.stream()
        .map(
            step ->
                "%s %s %s %s"
                    .formatted(
                        step.getAt(),
                        step.getEscalationId(),
                        step.getStatus(),
                        new TreeMap<>(step.getEvidence().getFigures())))
        .collect(Collectors.joining("\n"));
  }

  /** Three calls at once, of which anything may be heard and told, in any order. */
  private void playAnyCalls(Random random) {
    List<PhoneCall> calls = new ArrayList<>();
    for (String id : List.of("ada", "ben", "cleo")) {
      PhoneCall call = floor.call(id);
      calls.add(random.nextInt(4) == 0 ? call : call.starts());
    }
    boolean[] held = new boolean[calls.size()];
    for (int step = 0; step < 40; step++) {
      int which = random.nextInt(calls.size());
      PhoneCall call = calls.get(which);
      if (random.nextInt(5) > 0) {
        Voice voice = Voice.values()[random.nextInt(Voice.values().length)];
        call.callerSpeaks(voice, ofMillis(20L * (1 + random.nextInt(250))));
      } else {
        held[which] = !held[which];
        calls.set(which, held[which] ? call.isHeld() : call.isResumed());
      }
    }
    calls.subList(1, calls.size()).forEach(PhoneCall::ends);
    floor.waits(ofSeconds(2));
  }

  /** The calls are told of in any order, the windows of each in the order of their topic. */
  private List<JudgedCall> backtest(Random random) {
    Backtest test = new Backtest(rules());
    floor.callEvents().forEach(test::learn);
    List<List<EmotionEvent>> heard =
        new ArrayList<>(
            floor.emotions().stream()
                .collect(Collectors.groupingBy(EmotionEvent::getCallId))
                .values());
    Collections.shuffle(heard, random);
    heard.forEach(call -> call.forEach(test::hear));
    return test.finish();
  }

  private static Function<Instant, RuleEngine> rules() {
    RuleEngine first = engine("first", FIRST);
    RuleEngine second = engine("second", SECOND);
    return at -> at.isBefore(CHANGE) ? first : second;
  }

  private static RuleEngine engine(String version, String rulesYaml) {
    return new RuleEngine(
        new RuleSetLoader().load("version: \"%s\"\nrules:\n%s".formatted(version, rulesYaml)));
  }

  private static Map<String, List<Escalation>> byCall(List<Escalation> steps) {
    return steps.stream().collect(Collectors.groupingBy(Escalation::getCallId));
  }
}
