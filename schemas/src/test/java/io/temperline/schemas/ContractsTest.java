package io.temperline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was once released must be read by what is written now, and the other way round: a CRM
 * upgrades later than we do. {@code released/N} holds the schemas of release N and is never
 * changed.
 */
class ContractsTest {

  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final SchemaValidator FULL_TRANSITIVE =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static Stream<Schema> contracts() {
    return Stream.concat(
        released(),
        Stream.of(
            Command.getClassSchema(),
            PublishedRules.getClassSchema(),
            AuditEntry.getClassSchema()));
  }

  static Stream<Schema> released() {
    return Stream.of(
        AudioFrame.getClassSchema(),
        CallEvent.getClassSchema(),
        EmotionEvent.getClassSchema(),
        Escalation.getClassSchema(),
        CallHistory.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("released")
  void eachIsCompatibleWithAllItsReleases(Schema contract) throws IOException {
    List<Schema> releases = releasesOf(contract);
    assertThat(releases).isNotEmpty();
    assertThatCode(() -> FULL_TRANSITIVE.validate(contract, releases)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("released")
  void aNewFieldWithoutDefaultWouldBeRefused(Schema contract) throws IOException {
    String extended =
        contract
            .toString()
            .replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"extra\",\"type\":\"long\"},");
    Schema careless = new SchemaParser().parse(extended).mainSchema();
    List<Schema> releases = releasesOf(contract);
    assertThatThrownBy(() -> FULL_TRANSITIVE.validate(careless, releases))
        .isInstanceOf(SchemaValidationException.class);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyEnumHasADefaultForSymbolsYetToCome(Schema contract) {
    assertThat(enumsIn(contract))
        .allSatisfy(type -> assertThat(type.getEnumDefault()).as(type.getName()).isNotNull());
  }

  @Test
  void theEnumsAreFound() {
    assertThat(enumsIn(AudioFrame.getClassSchema()).map(Schema::getName))
        .containsExactlyInAnyOrder("Channel", "Codec");
    assertThat(enumsIn(CallHistory.getClassSchema()).map(Schema::getName))
        .contains("NotScoredReason", "Severity", "EscalationStatus", "Direction");
  }

  private static List<Schema> releasesOf(Schema contract) throws IOException {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      return files
          .filter(file -> file.endsWith(contract.getName() + ".avsc"))
          .sorted()
          .map(ContractsTest::parse)
          .toList();
    }
  }

  private static Schema parse(Path file) {
    try {
      return new SchemaParser().parse(file.toFile()).mainSchema();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Schema> enumsIn(Schema schema) {
    return switch (schema.getType()) {
      case ENUM -> Stream.of(schema);
      case RECORD -> schema.getFields().stream().flatMap(field -> enumsIn(field.schema()));
      case ARRAY -> enumsIn(schema.getElementType());
      case MAP -> enumsIn(schema.getValueType());
      case UNION -> schema.getTypes().stream().flatMap(ContractsTest::enumsIn);
      default -> Stream.empty();
    };
  }
}
