package io.temperline.speech.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations in files as ISO 8601 has them: {@code PT3S}. */
public final class DurationModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  public DurationModule() {
    addSerializer(Duration.class, ToStringSerializer.instance);
    addDeserializer(Duration.class, new DurationReader());
  }

  private static final class DurationReader extends StdDeserializer<Duration> {

    private static final long serialVersionUID = 1L;

    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return Duration.parse(parser.getText());
      } catch (DateTimeParseException e) {
        throw context.weirdStringException(parser.getText(), Duration.class, "write it as PT3S");
      }
    }
  }
}
