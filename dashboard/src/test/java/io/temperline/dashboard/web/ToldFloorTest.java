package io.temperline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.floor.FloorLimits;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.web.FloorMessage.News;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToldFloorTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Sight BILLING = new Sight(Optional.of(Set.of("Billing")), true);

  private final JsonMapper json =
      ObjectMapper.create(Map.of("micronaut.serde.serialization.inclusion", "ALWAYS"));
  private final FloorView floor =
      new FloorView(FloorLimits.defaults(), Clock.fixed(NOON, ZoneOffset.UTC));
  private final CallScript call = new CallScript("c-1", NOON);

  @Test
  void onlyWhatIsDifferentIsTold() {
    ToldFloor told = new ToldFloor(floor, Sight.ALL, json);
    floor.on(call.started("Ada", "agent-7", "Billing"), NOON);
    floor.on(call.heard(0, 0.2f), NOON);
    assertThat(told.next().calls()).singleElement().satisfies(all -> has(all, "customer"));
    told.next();

    floor.on(call.heard(1, 0.8f), NOON);

    JsonNode news = told.next().calls().get(0);
    assertThat(news.get("anger").getFloatValue()).isEqualTo(0.8f);
    assertThat(news.get("recent").size()).isEqualTo(1);
    assertThat(news.get("customer")).isNull();
    assertThat(told.next().tellsSomething()).isFalse();
    assertThat(told.next().tellsSomething()).isFalse();
  }

  @Test
  void whatIsKnownNoMoreIsToldToo() {
    ToldFloor told = new ToldFloor(floor, Sight.ALL, json);
    floor.on(call.started("Ada", "agent-7", "Billing"), NOON);
    floor.on(call.held(5), NOON);
    told.next();
    told.next();

    floor.on(call.resumed(9), NOON);

    assertThat(told.next().calls().get(0).get("heldSince").isNull()).isTrue();
  }

  @Test
  void aCallOfWhichSomethingWasToldWaitsForTheStepAfterTheNext() {
    ToldFloor told = new ToldFloor(floor, Sight.ALL, json);
    told.next();
    floor.on(call.heard(0, 0.2f), NOON);
    assertThat(told.next().calls()).hasSize(1);
    floor.on(call.heard(1, 0.3f), NOON);
    floor.on(new CallScript("c-2", NOON).heard(0, 0.2f), NOON);

    assertThat(told.next().calls()).extracting(ToldFloorTest::id).containsExactly("c-2");
    assertThat(told.next().calls()).extracting(ToldFloorTest::id).containsExactly("c-1");
  }

  static List<Sight> sights() {
    return List.of(Sight.ALL, BILLING);
  }

  /** Whenever somebody comes, and whatever is told before and after: they have what is there. */
  @ParameterizedTest
  @MethodSource("sights")
  void whatReadersPutTogetherIsWhatIsThere(Sight sight) throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      FloorView view =
          new FloorView(
              new FloorLimits(2, 3600, FloorLimits.defaults().silentAfter()),
              Clock.fixed(NOON, ZoneOffset.UTC));
      ToldFloor told = new ToldFloor(view, sight, json);
      List<Reader> readers = new ArrayList<>();
      Happening happening = new Happening(view, random);
      for (int step = 0; step < 60; step++) {
        happening.goesOn();
        if (random.nextInt(3) == 0) {
          News news = told.next();
          readers.forEach(reader -> reader.hear(news));
          if (random.nextInt(4) == 0) {
            readers.add(new Reader(told.whole()));
          }
        }
      }
      for (int step = 0; step < 3; step++) {
        News news = told.next();
        readers.forEach(reader -> reader.hear(news));
      }
      Map<String, Map<String, JsonNode>> there = new HashMap<>();
      for (var summary : new Shown(sight).calls(view.snapshot().calls())) {
        there.put(summary.id(), fields(json.writeValueToTree(summary)));
      }
      for (Reader reader : readers) {
        assertThat(reader.calls).as("seed " + seed).isEqualTo(there);
      }
    }
  }

  /** Anything that can happen to a few calls, in any order. */
  private static final class Happening {

    private final FloorView floor;
    private final Random random;
    private final Map<Integer, CallScript> calls = new HashMap<>();
    private long second;

    Happening(FloorView floor, Random random) {
      this.floor = floor;
      this.random = random;
    }

    void goesOn() {
      second++;
      int n = random.nextInt(6);
      CallScript call = calls.computeIfAbsent(n, i -> new CallScript("c-" + i, NOON));
      String queue = random.nextBoolean() ? "Billing" : "Returns";
      switch (random.nextInt(9)) {
        case 0 -> floor.on(call.started("Ada " + n, "agent-" + n, queue), NOON);
        case 1 -> floor.on(call.held(second), NOON);
        case 2 -> floor.on(call.resumed(second), NOON);
        case 3 -> floor.on(call.transferred(second, "agent-9", queue), NOON);
        case 4 -> floor.on(call.raised(second, 0.8f), NOON);
        case 5 -> floor.on(call.ended(second), NOON);
        case 6 -> floor.tidy();
        default -> floor.on(call.heard(second, random.nextInt(100) / 100f), NOON);
      }
    }
  }

  /** Puts together what it is told, as the page does. */
  private static final class Reader {

    private final Map<String, Map<String, JsonNode>> calls = new HashMap<>();

    Reader(News whole) {
      hear(whole);
    }

    void hear(News news) {
      if (news.snapshot()) {
        calls.clear();
      }
      news.removed().forEach(calls::remove);
      for (JsonNode told : news.calls()) {
        Map<String, JsonNode> known = calls.computeIfAbsent(id(told), id -> new LinkedHashMap<>());
        JsonNode before = known.get("recent");
        known.putAll(fields(told));
        known.put("recent", joined(before, told.get("recent")));
      }
    }

    private static JsonNode joined(JsonNode before, JsonNode points) {
      Map<Long, JsonNode> all = new LinkedHashMap<>();
      for (JsonNode list : before == null ? List.of(points) : List.of(before, points)) {
        list.values().forEach(point -> all.putIfAbsent(point.get("at").getLongValue(), point));
      }
      return JsonNode.createArrayNode(List.copyOf(all.values()));
    }
  }

  private static Map<String, JsonNode> fields(JsonNode call) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    call.entries().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static String id(JsonNode call) {
    return call.get("id").getStringValue();
  }

  private static void has(JsonNode call, String field) {
    assertThat(call.get(field)).isNotNull();
  }
}
