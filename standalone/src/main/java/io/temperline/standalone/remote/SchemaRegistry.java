package io.temperline.standalone.remote;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema registry that the properties name. */
public final class SchemaRegistry {

  private static final String ADDRESS = "schema.registry.url";

  private final String address;
  private final Map<String, Object> config;

  public SchemaRegistry(Properties properties) {
    address = properties.getProperty(ADDRESS);
    config =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  /**
   * This registry, when it has answered.
   *
   * @throws NotThereException where it does not answer, or does not know us
   */
  public SchemaRegistry requireAnswer() throws NotThereException {
    List<String> addresses = Stream.of(address.split(",")).map(String::strip).toList();
    try (SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(addresses, 1, List.of(), config, Map.of())) {
      client.getAllSubjectsByPrefix("temperline.");
      return this;
    } catch (RestClientException e) {
      if (e.getStatus() == 401 || e.getStatus() == 403) {
        throw new NotThereException(
            "the schema registry at %s refuses (%s): check basic.auth.* and its permissions"
                .formatted(address, e.getMessage()),
            e);
      }
      if (e.getStatus() >= 500) {
        throw nobody(e);
      }
      return this;
    } catch (IOException e) {
      throw nobody(e);
    }
  }

  private NotThereException nobody(Exception cause) {
    return new NotThereException(
        "no schema registry answers at %s (%s): check %s"
            .formatted(address, cause.getMessage(), ADDRESS),
        cause);
  }
}
