package io.temperline.schemas;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Confluent's client, with a plain map in front of its bounded caches: those count their last hits
 * one by one at every hit, which took a fifteenth of the application's time where every frame is a
 * record. A schema of an id never changes, and ids that nobody has are not kept.
 */
final class RegistryClient extends CachedSchemaRegistryClient {

  private record Known(String subject, int id) {}

  private final Map<Known, ParsedSchema> schemas = new ConcurrentHashMap<>();

  /**
   * @param config of a serializer, by Confluent's keys
   */
  RegistryClient(Map<String, ?> config) {
    this(new KafkaAvroDeserializerConfig(config));
  }

  private RegistryClient(KafkaAvroDeserializerConfig config) {
    super(
        config.getSchemaRegistryUrls(),
        config.getMaxSchemasPerSubject(),
        List.of(new AvroSchemaProvider()),
        config.originalsWithPrefix(""),
        config.requestHeaders());
  }

  @Override
  public ParsedSchema getSchemaBySubjectAndId(String subject, int id)
      throws IOException, RestClientException {
    Known known = new Known(subject, id);
    ParsedSchema schema = schemas.get(known);
    if (schema == null) {
      schema = super.getSchemaBySubjectAndId(subject, id);
      schemas.put(known, schema);
    }
    return schema;
  }
}
