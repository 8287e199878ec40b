package io.temperline.speech.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temperline.speech.features.LogMelConfig;
import java.io.IOException;

/**
 * The manifest as JSON; durations as ISO 8601 has them, {@code PT3S}. A network with a field {@code
 * torchScript} is a {@link TorchScript}, whose manifest may leave out what {@link #complete} adds.
 */
final class ManifestJson {

  private static final String NETWORK = "network";
  private static final String TORCH_SCRIPT = "torchScript";
  private static final String VERSION = "version";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new DurationModule())
          .addModule(
              new SimpleModule("network").addDeserializer(ModelNetwork.class, new NetworkReader()))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  ModelManifest read(byte[] json) throws IOException {
    if (!(mapper.readTree(json) instanceof ObjectNode manifest)) {
      throw MismatchedInputException.from(
          (JsonParser) null, ModelManifest.class, "it is no object");
    }
    if (manifest.path(NETWORK).has(TORCH_SCRIPT)) {
      complete(manifest);
    }
    return mapper.treeToValue(manifest, ModelManifest.class);
  }

  /** What an own network need not say: log-mel frames as ours, one version for all, no checksum. */
  private void complete(ObjectNode manifest) {
    manifest.putIfAbsent("features", mapper.valueToTree(LogMelConfig.TELEPHONE));
    manifest.putIfAbsent("calmLogits", mapper.createArrayNode());
    manifest.putIfAbsent("weightsSha256", mapper.valueToTree(""));
    if (manifest.has(VERSION)) {
      manifest.putIfAbsent("featureVersion", manifest.get(VERSION));
      manifest.putIfAbsent("calibrationVersion", manifest.get(VERSION));
    }
  }

  byte[] write(ModelManifest manifest) throws IOException {
    return mapper.writeValueAsBytes(manifest);
  }

  private static final class NetworkReader extends StdDeserializer<ModelNetwork> {

    private static final long serialVersionUID = 1L;

    NetworkReader() {
      super(ModelNetwork.class);
    }

    @Override
    public ModelNetwork deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode network = context.readTree(parser);
      return network.has(TORCH_SCRIPT)
          ? context.readTreeAsValue(network, TorchScript.class)
          : context.readTreeAsValue(network, NetworkShape.class);
    }
  }
}
