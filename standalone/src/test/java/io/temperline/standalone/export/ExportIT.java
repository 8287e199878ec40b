package io.temperline.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.CourseCell;
import io.temperline.schemas.Direction;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.Stretch;
import io.temperline.schemas.Topics;
import io.temperline.standalone.CommandRunner;
import io.temperline.standalone.TestKafka;
import io.temperline.standalone.process.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Calls on a real topic come to a real PostgreSQL, and to files: one row each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private Path folder;

  private final CommandRunner command = new CommandRunner();
  private TestKafka kafka;
  private Postgres postgres;
  private Topics topics;
  private KafkaProducer<String, CallHistory> producer;
  private String file;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    this.folder = folder;
    kafka = TestKafka.start(folder, 3);
    postgres = Postgres.start();
    topics = kafka.topics();
    producer = kafka.producer(topics.history());
    file = kafka.propertiesFile();
    // Live, then complete, then one of them erased, and one live still.
    for (int call = 0; call < 30; call++) {
      tell(call("call-" + call, false).build());
    }
    for (int call = 0; call < 29; call++) {
      tell(call("call-" + call, true).setPeakAnger(call / 100f).build());
    }
    erase("call-7");
    producer.flush();
  }

  @AfterAll
  void stop() throws Exception {
    producer.close();
    postgres.close();
    kafka.close();
  }

  @Test
  void aTableHasOneRowACallAndIsBroughtUpToDate() throws Exception {
    String[] export = {"export", file, "--to", postgres.url(), "--table", "calls"};

    assertThat(command.run(export)).as(command.err()).isZero();
    assertThat(query("SELECT count(*), count(*) FILTER (WHERE complete) FROM calls"))
        .isEqualTo("29|28");
    assertThat(
            query(
                "SELECT customer_id, queue, started_at AT TIME ZONE 'UTC', duration_ms,"
                    + " valence_q1, valence_q2, valence_trend, escalation_count,"
                    + " timeline->1->>'reason', conversation->'caller'->>'turns',"
                    + " seconds_by_emotion->>'angry', models->0->>'model'"
                    + " FROM calls WHERE call_id = 'call-3'"))
        .isEqualTo(
            "customer \"3\", ü|billing|2026-03-02 09:00:00|5000|-0.5|null|0.25|0|SILENCE|4|1.0|m 1");

    tell(call("call-29", true).setCustomerId("carl\0a").build());
    erase("call-8");
    producer.flush();
    assertThat(command.run(export)).as(command.err()).isZero();

    assertThat(command.out()).contains("1 row written, 1 deleted");
    assertThat(query("SELECT count(*), count(*) FILTER (WHERE complete) FROM calls"))
        .isEqualTo("28|28");
    assertThat(query("SELECT customer_id FROM calls WHERE call_id = 'call-29'")).isEqualTo("carla");
    assertThat(command.run(export)).isZero();
    assertThat(command.out()).contains("0 rows written, 0 deleted");
  }

  @Test
  void anExportThatIsKilledAgainAndAgainLeavesOneRowACall() throws Exception {
    String[] export = {"export", file, "--to", postgres.url(), "--table", "killed", "--follow"};
    int calls = 0;
    for (int round = 0; round < 2; round++) {
      try (ChildJvm child =
          ChildJvm.start("export-" + round, folder, List.of("-Xmx256m"), List.of(export))) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (rows("killed") <= calls) {
          assertThat(System.nanoTime()).as("%s", child.output()).isLessThan(deadline);
          tell(call("killed-" + calls++, true).build());
          producer.flush();
        }
        child.kill();
      }
    }
    String[] last = Arrays.copyOf(export, export.length - 1);

    assertThat(command.run(last)).as(command.err()).isZero();

    assertThat(query("SELECT count(*) FROM killed WHERE call_id LIKE 'killed-%'"))
        .isEqualTo(Integer.toString(calls));
  }

  @Test
  void anExportOfAnotherTopicIsRefused() throws Exception {
    assertThat(command.run("export", file, "--to", postgres.url(), "--table", "other")).isZero();
    query("UPDATE temperline_export_offsets SET next_offset = 1000000 WHERE calls_table = 'other'");

    command.assertRefused(
        "this is another topic", "export", file, "--to", postgres.url(), "--table", "other");
  }

  @Test
  void aFileOfCommaSeparatedValuesHasOneRowACall() throws Exception {
    Path csv = folder.resolve("calls.csv");

    assertThat(command.run("export", file, "--csv", csv.toString())).as(command.err()).isZero();

    try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, withHeader())) {
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows).extracting(row -> row.get("call_id")).doesNotHaveDuplicates();
      assertThat(rows).extracting(row -> row.get("call_id")).doesNotContain("call-7");
      CSVRecord third =
          rows.stream()
              .filter(row -> row.get("call_id").equals("call-3"))
              .findFirst()
              .orElseThrow();
      assertThat(third.get("customer_id")).isEqualTo("customer \"3\", ü");
      assertThat(third.get("started_at")).isEqualTo("2026-03-02T09:00:00Z");
      assertThat(third.get("complete")).isEqualTo("true");
      assertThat(third.get("timeline")).startsWith("[{\"startMs\":0,");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(path -> path.toString().endsWith(".unfinished"));
    }
  }

  private static CSVFormat withHeader() {
    return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  }

  @Test
  void aParquetFileHasTheWholeHistories() throws IOException {
    Path parquet = folder.resolve("calls.parquet");

    assertThat(command.run("export", file, "--parquet", parquet.toString()))
        .as(command.err())
        .isZero();

    List<GenericRecord> calls = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(parquet), new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .build()) {
      for (GenericRecord call = reader.read(); call != null; call = reader.read()) {
        calls.add(call);
      }
    }
    assertThat(calls).extracting(call -> call.get("callId").toString()).doesNotHaveDuplicates();
    GenericRecord third =
        calls.stream()
            .filter(call -> call.get("callId").toString().equals("call-3"))
            .findFirst()
            .orElseThrow();
    assertThat(third.get("valenceByQuarter")).hasToString("[-0.5, null, null, -0.25]");
    assertThat(((List<?>) third.get("timeline"))).hasSize(2);
    assertThat(third.get("startedAt")).isEqualTo(NINE.toEpochMilli());
  }

  @Test
  void whatCannotBeExportedIsSaidInOneLine() {
    String nobody = "jdbc:postgresql://127.0.0.1:1/crm?user=me&password=secret";
    command.assertRefused(
        "temperline_calls cannot be written at jdbc:postgresql://127.0.0.1:1/crm: ",
        "export",
        file,
        "--to",
        nobody);
    assertThat(command.err()).doesNotContain("secret");
    command.assertRefused(
        "cannot be written", "export", file, "--csv", "/no/such/folder/calls.csv");
    command.assertRefused("--to takes", "export", file, "--to", "jdbc:mysql://here/crm");
    command.assertRefused("--follow is for", "export", file, "--csv", "calls.csv", "--follow");
    command.assertRefused(
        "--since is 'monday'", "export", file, "--csv", "calls.csv", "--since", "monday");
  }

  private void tell(CallHistory call) {
    producer.send(
        new ProducerRecord<>(topics.history().name(), call.getCallId(), call),
        (metadata, error) -> assertThat(error).isNull());
  }

  private void erase(String callId) {
    producer.send(new ProducerRecord<>(topics.history().name(), callId, null));
  }

  private static CallHistory.Builder call(String callId, boolean complete) {
    return CallHistory.newBuilder()
        .setCallId(callId)
        .setComplete(complete)
        .setStartedAt(NINE)
        .setEndedAt(complete ? NINE.plusSeconds(5) : null)
        .setDurationMs(5000)
        .setCustomerId("customer \"%s\", ü".formatted(callId.replaceAll("\\D", "")))
        .setQueue("billing")
        .setDirection(Direction.INBOUND)
        .setSecondsByEmotion(Map.of("angry", 1.0))
        .setTimeline(
            List.of(
                new Stretch(0L, 1000L, "angry", null, 0.9f),
                new Stretch(1000L, 5000L, null, NotScoredReason.SILENCE, 0f)))
        .setCourseStepMs(1000)
        .setCourse(List.of(new CourseCell(1, 0.9f, -0.5f, 0.5f)))
        .setValenceByQuarter(Arrays.asList(-0.5f, null, null, -0.25f))
        .setValenceTrend(0.25f)
        .setModels(List.of(new ModelVersions("m 1", "c", "f")))
        .setConversation(
            CallConversation.newBuilder()
                .setUntilMs(5000)
                .setKnownMs(5000)
                .setCaller(side(4))
                .setAgent(side(3))
                .setLongestSilenceMs(0)
                .setSilenceMs(0)
                .setHolds(0)
                .setHoldMs(0)
                .setCurrentHoldMs(0)
                .build())
        .setUpdatedAt(NINE.plusSeconds(5));
  }

  private static ConversationSide side(int turns) {
    return ConversationSide.newBuilder()
        .setSpeechMs(1000)
        .setTurns(turns)
        .setInterruptions(0)
        .setLongestMonologueMs(0)
        .setCurrentMonologueMs(0)
        .setResponses(0)
        .build();
  }

  private int rows(String table) throws SQLException {
    String there = query("SELECT to_regclass('" + table + "') IS NOT NULL");
    return there.equals("t") ? Integer.parseInt(query("SELECT count(*) FROM " + table)) : 0;
  }

  /** The first row's columns as text; nothing for a statement that gives none. */
  private String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.url());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        assertThat(rows.next()).as(sql).isTrue();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        return columns.stream().map(String::valueOf).reduce((a, b) -> a + "|" + b).orElse("");
      }
    }
  }
}
