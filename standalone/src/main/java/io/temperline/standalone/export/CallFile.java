package io.temperline.standalone.export;

import io.temperline.schemas.CallHistory;
import io.temperline.standalone.CannotStartException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes the calls to a file, which is there as a whole or not at all. */
final class CallFile {

  private interface Content {
    int writeTo(Path file) throws IOException;
  }

  private final Path file;
  private final LatestCalls calls;
  private final Optional<Instant> since;

  /**
   * @param since only calls that were told of then or later
   */
  CallFile(Path file, LatestCalls calls, Optional<Instant> since) {
    this.file = file;
    this.calls = calls;
    this.since = since;
  }

  /** As RFC 4180 has it, in UTF-8, with the columns of the table. */
  int writeCsv() {
    return write(
        target -> {
          try (BufferedWriter writer = Files.newBufferedWriter(target);
              CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord(Column.ALL.stream().map(Column::name));
            return calls.each(
                since,
                call ->
                    csv.printRecord(
                        Column.ALL.stream().map(column -> column.reader().apply(call))));
          }
        });
  }

  /** With all fields of a history, nested as they are. */
  int writeParquet() {
    return write(
        target -> {
          try (ParquetWriter<CallHistory> writer =
              AvroParquetWriter.<CallHistory>builder(new LocalOutputFile(target))
                  .withSchema(CallHistory.getClassSchema())
                  .withDataModel(SpecificData.getForClass(CallHistory.class))
                  // Lists may hold nulls.
                  .withConf(
                      new PlainParquetConfiguration(
                          Map.of("parquet.avro.write-old-list-structure", "false")))
                  // Its codecs would need Hadoop; its encodings make it small enough.
                  .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                  .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                  .build()) {
            return calls.each(since, writer::write);
          }
        });
  }

  private int write(Content content) {
    Path target = file.toAbsolutePath();
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    try {
      int count = content.writeTo(unfinished);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } catch (NoSuchFileException e) {
      throw new CannotStartException(
          "%s cannot be written: there is no such folder".formatted(file), e);
    } catch (IOException e) {
      throw new CannotStartException("%s cannot be written: %s".formatted(file, e.toString()), e);
    } finally {
      delete(unfinished);
    }
  }

  private static void delete(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // It begins with a dot and says that it is unfinished.
    }
  }
}
