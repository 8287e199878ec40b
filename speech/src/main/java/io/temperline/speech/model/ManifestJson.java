package io.temperline.speech.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** The manifest as JSON; durations as ISO 8601 has them, {@code PT3S}. */
final class ManifestJson {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new DurationModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  ModelManifest read(byte[] json) throws IOException {
    return mapper.readValue(json, ModelManifest.class);
  }

  byte[] write(ModelManifest manifest) throws IOException {
    return mapper.writeValueAsBytes(manifest);
  }
}
