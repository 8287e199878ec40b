package io.temperline.standalone.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.registry.SchemaJournal.LevelChosen;
import io.temperline.standalone.registry.SchemaJournal.SchemaRegistered;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Avro schemas by subject, version and id: Confluent's in-memory client with what it leaves to a
 * server. It refuses incompatible schemas, serves several threads, and remembers in a {@link
 * SchemaJournal}.
 *
 * <p>Ids are given in the order of registration and nothing is ever deleted, so that replaying the
 * journal gives every schema its id again. What is asked for and not there is a {@link
 * RestClientException} with the status and code of Confluent's server.
 */
final class SchemaStore {

  /** A schema's place under a subject; the names are those of Confluent's JSON. */
  record RegisteredSchema(String subject, int version, int id, String schema) {}

  /** In place of a subject: the level of all that have none of their own. */
  static final String GLOBAL = null;

  private final MockSchemaRegistryClient client = new MockSchemaRegistryClient();
  private final SchemaJournal journal;

  /**
   * @throws CannotStartException where the journal cannot be read, or its ids do not come out again
   */
  SchemaStore(SchemaJournal journal, CompatibilityLevel defaultLevel) {
    this.journal = journal;
    try {
      client.updateCompatibility(GLOBAL, defaultLevel.name);
      for (SchemaJournal.Entry entry : journal.entries()) {
        replay(entry);
      }
    } catch (IOException | RestClientException e) {
      throw new CannotStartException(
          "The schema registry cannot take up %s: %s".formatted(journal, e.getMessage()), e);
    }
  }

  synchronized Collection<String> subjects() throws IOException, RestClientException {
    return client.getAllSubjects();
  }

  synchronized List<Integer> versions(String subject) throws IOException, RestClientException {
    requireSubject(subject);
    return client.getAllVersions(subject);
  }

  /** Registers a schema, or finds it where it is registered already, and returns its id. */
  synchronized int register(String subject, String text) throws IOException, RestClientException {
    AvroSchema schema = parse(text);
    if (isRegistered(subject, schema)) {
      return client.getId(subject, schema);
    }
    List<String> reasons = client.testCompatibilityVerbose(subject, schema);
    if (!reasons.isEmpty()) {
      throw Refusals.incompatible(subject, reasons);
    }
    int id = client.register(subject, schema);
    journal.append(new SchemaRegistered(subject, id, schema.canonicalString()));
    return id;
  }

  synchronized RegisteredSchema find(String subject, String text)
      throws IOException, RestClientException {
    AvroSchema schema = parse(text);
    requireSubject(subject);
    if (!isRegistered(subject, schema)) {
      throw Refusals.schemaNotFound("");
    }
    return new RegisteredSchema(
        subject,
        client.getVersion(subject, schema),
        client.getId(subject, schema),
        schema.canonicalString());
  }

  /**
   * @param version a number from 1, or "latest"
   */
  synchronized RegisteredSchema version(String subject, String version)
      throws IOException, RestClientException {
    List<Integer> versions = versions(subject);
    int number =
        version.equals("latest") ? versions.get(versions.size() - 1) : parseVersion(version);
    if (!versions.contains(number)) {
      throw Refusals.versionNotFound(number);
    }
    SchemaMetadata found = client.getSchemaMetadata(subject, number);
    return new RegisteredSchema(subject, number, found.getId(), found.getSchema());
  }

  synchronized String schema(int id) throws IOException, RestClientException {
    try {
      return client.getSchemaById(id).canonicalString();
    } catch (RestClientException e) {
      throw Refusals.schemaNotFound(" " + id);
    }
  }

  /** The level of a subject, or {@link #GLOBAL}. */
  synchronized String level(String subject) throws IOException, RestClientException {
    try {
      return client.getCompatibility(subject);
    } catch (RestClientException e) {
      throw Refusals.noLevelOfItsOwn(subject);
    }
  }

  synchronized void chooseLevel(String subject, String name)
      throws IOException, RestClientException {
    CompatibilityLevel level = CompatibilityLevel.forName(name);
    if (level == null) {
      throw Refusals.invalidLevel(name, levels());
    }
    client.updateCompatibility(subject, level.name);
    journal.append(new LevelChosen(subject, level.name));
  }

  private void replay(SchemaJournal.Entry entry) throws IOException, RestClientException {
    if (entry instanceof SchemaRegistered registered) {
      int id = client.register(registered.subject(), parse(registered.schema()));
      if (id != registered.id()) {
        throw new IOException("schema id %d became %d".formatted(registered.id(), id));
      }
    } else if (entry instanceof LevelChosen chosen) {
      client.updateCompatibility(chosen.subject(), chosen.level());
    }
  }

  private void requireSubject(String subject) throws IOException, RestClientException {
    if (!client.getAllSubjects().contains(subject)) {
      throw Refusals.subjectNotFound(subject);
    }
  }

  /** Looks before it asks: the client's own look-up would add the subject that it looks for. */
  private boolean isRegistered(String subject, AvroSchema schema)
      throws IOException, RestClientException {
    if (!client.getAllSubjects().contains(subject)) {
      return false;
    }
    for (int version : client.getAllVersions(subject)) {
      if (client.getSchemaMetadata(subject, version).getSchema().equals(schema.canonicalString())) {
        return true;
      }
    }
    return false;
  }

  private static AvroSchema parse(String text) throws RestClientException {
    try {
      return new AvroSchema(new Schema.Parser().parse(text));
    } catch (AvroRuntimeException e) {
      throw Refusals.invalidSchema(e.getMessage());
    }
  }

  private static int parseVersion(String version) throws RestClientException {
    try {
      return Integer.parseUnsignedInt(version);
    } catch (NumberFormatException e) {
      throw Refusals.invalidVersion(version);
    }
  }

  private static List<String> levels() {
    return Arrays.stream(CompatibilityLevel.values()).map(level -> level.name).toList();
  }
}
