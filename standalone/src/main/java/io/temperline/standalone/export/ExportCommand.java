package io.temperline.standalone.export;

import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.Count;
import io.temperline.standalone.remote.NotThereException;
import io.temperline.standalone.remote.Services;
import io.temperline.streams.PropertiesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: the calls' histories for a CRM. */
@Command(
    name = "export",
    description =
        "Write the calls' histories to a table in PostgreSQL, or to a file: exactly one row a call.")
public final class ExportCommand implements Callable<Integer> {

  /** One of them. */
  private static final class Target {

    @Option(
        names = "--to",
        paramLabel = "jdbc:postgresql://…",
        description =
            "A database. The table is made if it is missing; the next export goes on where this one"
                + " stops. The password is best in ~/.pgpass.",
        required = true)
    private String url;

    @Option(
        names = "--csv",
        paramLabel = "FILE",
        description = "A file of comma-separated values, written anew.",
        required = true)
    private Path csv;

    @Option(
        names = "--parquet",
        paramLabel = "FILE",
        description = "A Parquet file, written anew.",
        required = true)
    private Path parquet;
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Properties: bootstrap.servers, schema.registry.url, and what Kafka's clients need"
              + " besides; those of the streams application do.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      defaultValue = "temperline_calls",
      description = "With --to: the table's name. Default: ${DEFAULT-VALUE}.")
  private String table;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only calls that something was told of since: 2026-03-01, or 2026-03-01T08:00:00Z. With"
              + " --to it counts for a table's first export.")
  private String since;

  @Option(
      names = "--follow",
      description = "With --to: go on, and write what is told from now on, until stopped.")
  private boolean follow;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    Optional<Instant> start = Optional.ofNullable(since).map(this::time);
    requireUsable();
    Properties properties = PropertiesFile.read(file);
    requireAnswers(properties);
    PrintWriter out = spec.commandLine().getOut();
    try (HistoryTopic topic = new HistoryTopic(properties)) {
      if (target.url != null) {
        exportToTable(topic, start, out);
      } else {
        Path path = target.csv != null ? target.csv : target.parquet;
        CallFile calls = new CallFile(path, new LatestCalls(topic), start);
        int count = target.csv != null ? calls.writeCsv() : calls.writeParquet();
        out.printf("%s: %s%n", path, Count.of(count, "call"));
      }
    }
    out.flush();
    return 0;
  }

  private void exportToTable(HistoryTopic topic, Optional<Instant> start, PrintWriter out) {
    String place = PostgresTable.withoutSecrets(target.url);
    try (PostgresTable rows = PostgresTable.open(target.url, table, topic.name())) {
      TableExport export = new TableExport(topic, rows);
      export.run(start, follow);
      out.printf(
          "%s of %s: %s written, %d deleted%n",
          table, place, Count.of(export.written(), "row"), export.deleted());
    } catch (SQLException e) {
      throw new CannotStartException(
          "%s does not take the calls: %s; run the export again, it goes on where it stood"
              .formatted(place, e.getMessage()),
          e);
    }
  }

  private void requireUsable() {
    if (target.url != null && !target.url.startsWith("jdbc:postgresql:")) {
      throw usage("--to takes the address of a PostgreSQL: jdbc:postgresql://HOST/DATABASE");
    }
    if (target.url == null && follow) {
      throw usage("--follow is for --to: a file is written as a whole");
    }
    if (!table.matches("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?")) {
      throw usage(
          "--table takes a name of a-z, 0-9 and _, with a schema's before a dot if need be");
    }
  }

  private Instant time(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw usage("--since is '%s'; it takes 2026-03-01, or 2026-03-01T08:00:00Z".formatted(text));
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private static void requireAnswers(Properties properties) throws InterruptedException {
    try {
      Services.requireAnswers(properties);
    } catch (NotThereException e) {
      throw new CannotStartException(e.getMessage(), e);
    }
  }
}
