package io.temperline.standalone.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was registered, in its order: a file of JSON lines, or nothing where none is wanted. */
final class SchemaJournal {

  /** One line; which of the two its fields say. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(SchemaRegistered.class), @JsonSubTypes.Type(LevelChosen.class)})
  sealed interface Entry permits SchemaRegistered, LevelChosen {}

  record SchemaRegistered(String subject, int id, String schema) implements Entry {}

  /** The subject is null for the level of all that have none of their own. */
  record LevelChosen(String subject, String level) implements Entry {}

  private final ObjectMapper json = new ObjectMapper();
  private final Optional<Path> file;

  SchemaJournal(Optional<Path> file) {
    this.file = file;
  }

  List<Entry> entries() throws IOException {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file.get())) {
      entries.add(read(line, entries.size() + 1));
    }
    return entries;
  }

  void append(Entry entry) throws IOException {
    if (file.isPresent()) {
      Files.writeString(
          file.get(),
          json.writeValueAsString(entry) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  @Override
  public String toString() {
    return file.map(Path::toString).orElse("no file");
  }

  private Entry read(String line, int number) throws IOException {
    try {
      return json.readValue(line, Entry.class);
    } catch (JsonProcessingException e) {
      throw new IOException("line " + number + " is damaged: " + e.getOriginalMessage(), e);
    }
  }
}
