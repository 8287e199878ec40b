package io.temperline.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What the pages for CRMs and about erasure say is so. */
class CrmPageTest {

  private static final Set<Schema.Type> NESTED =
      Set.of(Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.RECORD);

  @Test
  void theTableIsMadeAsThePageSays() throws IOException {
    assertThat(page("crm.md")).contains(PostgresTable.ddl("temperline_calls") + "\n```");
  }

  @Test
  void theConnectorLeavesOutWhatIsNestedAndNamesTheRest() throws IOException {
    String page = page("crm.md");
    String json = page.substring(page.indexOf("{\n  \"name\": \"temperline-crm\""));
    JsonNode config = new ObjectMapper().readTree(json.substring(0, json.indexOf("```")));
    List<String> nested = Stream.concat(Stream.of("callId"), fields(true)).toList();
    List<String> renamed =
        fields(false)
            .filter(name -> !name.equals("callId") && !name.equals(snakeCase(name)))
            .map(name -> name + ":" + snakeCase(name))
            .toList();

    assertThat(config.at("/config/transforms.flat.exclude").asText().split(","))
        .containsExactlyElementsOf(nested);
    assertThat(config.at("/config/transforms.names.renames").asText().split(","))
        .containsExactlyElementsOf(renamed);
  }

  @Test
  void everyTopicIsGoneWithinTheHoursThatThePageSays() throws IOException {
    List<String> lines = page("erasure.md").lines().toList();
    for (Topic<?> topic : new Topics(Map.of("schema.registry.url", "mock://page")).all()) {
      assertThat(lines)
          .filteredOn(line -> line.startsWith("| `" + topic.name() + "` |"))
          .singleElement()
          .asString()
          .endsWith("| %s |".formatted(hours(topic.settings())));
    }
  }

  /** A broker deletes a segment when its last record is old enough. */
  private static String hours(Map<String, String> settings) {
    if (!settings.containsKey("retention.ms")) {
      return "–";
    }
    long ms =
        Long.parseLong(settings.get("retention.ms")) + Long.parseLong(settings.get("segment.ms"));
    return Long.toString((long) Math.ceil(ms / (double) Duration.ofHours(1).toMillis()));
  }

  private static Stream<String> fields(boolean nested) {
    return CallHistory.getClassSchema().getFields().stream()
        .filter(field -> isNested(field.schema()) == nested)
        .map(Schema.Field::name);
  }

  private static boolean isNested(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().anyMatch(CrmPageTest::isNested)
        : NESTED.contains(schema.getType());
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("../docs", name));
  }
}
