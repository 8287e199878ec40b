package io.temperline.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.temperline.schemas.CallHistory;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A call as a JSON object on a line of its own. */
final class JsonReport implements CallReport {

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final PrintWriter out;

  JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void tell(CallHistory history) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("callId", history.getCallId());
    call.put("durationMs", history.getDurationMs());
    call.put("windowsScored", history.getWindowsScored());
    call.put("windowsNotScored", history.getWindowsNotScored());
    call.put("secondsByEmotion", new TreeMap<>(history.getSecondsByEmotion()));
    call.put("peakAnger", history.getPeakAnger());
    call.put("escalations", history.getEscalations().size());
    try {
      out.println(mapper.writeValueAsString(call));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts could not be written as JSON", e);
    }
  }
}
