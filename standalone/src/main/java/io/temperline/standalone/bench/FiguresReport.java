package io.temperline.standalone.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures as text for people and as a JSON object. */
final class FiguresReport {

  private FiguresReport() {}

  static String text(Figures figures) {
    return String.format(
        Locale.ROOT,
        """
        calls                          %,12d   of two channels, %,.0f s of calls in %.1f s
        events                         %,12d   of %,d expected, %,d doubled; %,d scored
        latency, median                %12s   from a window's last frame to its committed event
        latency, 99 of 100             %12s
        application                    %9.2f ms   of a core for a second of a call, both channels
        broker and registry            %9.2f ms
        load generator and reader      %9.2f ms
        heap, most in use              %9.0f MB   (%.0f MB resident)
        heap that a channel holds      %9s KB
        changelog bytes                %12.2f   for a byte of audio
        lag at the end                 %,12d   frames
        """,
        figures.calls(),
        figures.callSeconds(),
        figures.wallSeconds(),
        figures.eventsSeen(),
        figures.eventsExpected(),
        figures.eventsDuplicated(),
        figures.eventsScored(),
        ms(figures.latencyP50Ms()),
        ms(figures.latencyP99Ms()),
        figures.cpuMsPerCallSecond(),
        figures.brokerCpuMsPerCallSecond(),
        figures.loadCpuMsPerCallSecond(),
        figures.heapMb(),
        figures.residentMb(),
        Double.isNaN(figures.stateKbPerChannel()) ? "-" : Math.round(figures.stateKbPerChannel()),
        figures.changelogBytesPerAudioByte(),
        figures.lagFramesAtEnd());
  }

  private static String ms(double value) {
    return Double.isNaN(value) ? "-" : Math.round(value) + " ms";
  }

  static String json(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("calls", figures.calls());
    json.put("callSeconds", figures.callSeconds());
    json.put("wallSeconds", figures.wallSeconds());
    json.put("callSecondsPerSecond", figures.callSecondsPerSecond());
    json.put("eventsExpected", figures.eventsExpected());
    json.put("eventsSeen", figures.eventsSeen());
    json.put("eventsScored", figures.eventsScored());
    json.put("eventsDuplicated", figures.eventsDuplicated());
    json.put("latencyP50Ms", orNull(figures.latencyP50Ms()));
    json.put("latencyP99Ms", orNull(figures.latencyP99Ms()));
    json.put("cpuMsPerCallSecond", figures.cpuMsPerCallSecond());
    json.put("brokerCpuMsPerCallSecond", figures.brokerCpuMsPerCallSecond());
    json.put("loadCpuMsPerCallSecond", figures.loadCpuMsPerCallSecond());
    json.put("heapMb", figures.heapMb());
    json.put("residentMb", figures.residentMb());
    json.put("stateKbPerChannel", orNull(figures.stateKbPerChannel()));
    json.put("changelogBytesPerAudioByte", figures.changelogBytesPerAudioByte());
    json.put("lagFramesAtEnd", figures.lagFramesAtEnd());
    try {
      return JsonMapper.builder().build().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers could not be written as JSON", e);
    }
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
