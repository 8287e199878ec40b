package io.temperline.standalone.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.temperline.standalone.bench.TopologyRace.Rate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rates of a {@link TopologyRace}, as text for people or as JSON. */
final class RaceReport {

  private RaceReport() {}

  static String of(Map<String, Rate> rates, boolean asJson) {
    return asJson ? json(rates) : text(rates);
  }

  private static String text(Map<String, Rate> rates) {
    double base = rates.get(Entrants.NO_OP).perCoreSecond();
    StringBuilder text = new StringBuilder();
    text.append(
        "%-20s %16s %22s %12s%n"
            .formatted("topology", "frames a second", "a second and core", "of a no-op"));
    rates.forEach(
        (name, rate) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-20s %,16.0f %,22.0f %12.2f%n",
                    name,
                    rate.perSecond(),
                    rate.perCoreSecond(),
                    rate.perCoreSecond() / base)));
    return text.toString().stripTrailing();
  }

  private static String json(Map<String, Rate> rates) {
    Map<String, Object> json = new LinkedHashMap<>();
    rates.forEach(
        (name, rate) ->
            json.put(
                name,
                Map.of(
                    "framesPerSecond",
                    rate.perSecond(),
                    "framesPerSecondAndCore",
                    rate.perCoreSecond())));
    try {
      return JsonMapper.builder().build().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers could not be written as JSON", e);
    }
  }
}
