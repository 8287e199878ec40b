package io.temperline.gateway.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The file {@value #NAME} beside recordings: an object from a call's name to its {@link
 * CallDetails}.
 */
final class CallSidecar {

  static final String NAME = "calls.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final TypeReference<Map<String, CallDetails>> DETAILS_BY_CALL =
      new TypeReference<>() {};

  private final Map<String, CallDetails> detailsByCall;

  private CallSidecar(Map<String, CallDetails> detailsByCall) {
    this.detailsByCall = detailsByCall;
  }

  /** The sidecar in {@code folder}; where there is none, one that knows nothing. */
  static CallSidecar in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return new CallSidecar(Map.of());
    }
    try {
      return new CallSidecar(JSON.readValue(file.toFile(), DETAILS_BY_CALL));
    } catch (JsonProcessingException e) {
      throw new UnusableRecordingsException(file + where(e) + ": " + reason(e), e);
    } catch (IOException e) {
      throw new UnusableRecordingsException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  CallDetails of(String call) {
    return detailsByCall.getOrDefault(call, CallDetails.UNKNOWN);
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
  }

  private static String reason(JsonProcessingException e) {
    boolean refusedByUs = e instanceof ValueInstantiationException && e.getCause() != null;
    String message = refusedByUs ? e.getCause().getMessage() : e.getOriginalMessage();
    return message.lines().findFirst().orElse("is not JSON");
  }
}
