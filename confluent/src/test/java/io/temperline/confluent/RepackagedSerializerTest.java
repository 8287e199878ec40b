package io.temperline.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the repackaged classes work with the Kafka clients and the Avro that this build uses. */
class RepackagedSerializerTest {

  private static final String SCOPE = "repackaged";
  private static final Map<String, String> CONFIG =
      Map.of("schema.registry.url", "mock://" + SCOPE);
  private static final Schema CALL =
      SchemaBuilder.record("Call").fields().requiredString("callId").requiredLong("at").endRecord();

  @AfterEach
  void dropTheRegistry() {
    MockSchemaRegistry.dropScope(SCOPE);
  }

  @Test
  void aRecordIsWrittenInTheWireFormatAndReadBack() throws Exception {
    GenericRecord call = new GenericRecordBuilder(CALL).set("callId", "c1").set("at", 7L).build();

    byte[] bytes;
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      serializer.configure(CONFIG, false);
      bytes = serializer.serialize("calls", call);
    }
    GenericRecord read;
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(CONFIG, false);
      read = (GenericRecord) deserializer.deserialize("calls", bytes);
    }

    int id = MockSchemaRegistry.getClientForScope(SCOPE).getId("calls-value", new AvroSchema(CALL));
    ByteBuffer wire = ByteBuffer.wrap(bytes);
    assertThat(wire.get()).as("magic byte").isZero();
    assertThat(wire.getInt()).as("schema id").isEqualTo(id);
    assertThat(read.get("callId")).hasToString("c1");
    assertThat(read.get("at")).isEqualTo(7L);
  }

  @Test
  void theInMemoryRegistryTellsWhyASchemaIsIncompatible() throws Exception {
    Schema otherFields =
        SchemaBuilder.record("Call").fields().requiredString("customerId").endRecord();
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    registry.updateCompatibility("calls-value", "FULL_TRANSITIVE");
    registry.register("calls-value", new AvroSchema(CALL));

    assertThat(registry.testCompatibilityVerbose("calls-value", new AvroSchema(otherFields)))
        .anySatisfy(reason -> assertThat(reason).contains("customerId"));
  }
}
