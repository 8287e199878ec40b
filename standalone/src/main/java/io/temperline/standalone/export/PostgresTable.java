package io.temperline.standalone.export;

import io.temperline.schemas.CallHistory;
import io.temperline.standalone.CannotStartException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of calls in PostgreSQL. With the calls it keeps how far the topic was read, and changes
 * both in one transaction: however an export is broken off, the next one goes on where it stood.
 */
final class PostgresTable implements AutoCloseable {

  private static final String OFFSETS = "temperline_export_offsets";

  private final Connection connection;
  private final String table;
  private final String topic;

  private PostgresTable(Connection connection, String table, String topic) {
    this.connection = connection;
    this.table = table;
    this.topic = topic;
  }

  /**
   * @param url as of PostgreSQL's driver; a password may be in it, or in {@code ~/.pgpass}
   * @param table is made if it is not there
   * @throws CannotStartException where the database cannot be reached or does not take the table
   */
  static PostgresTable open(String url, String table, String topic) {
    try {
      Connection connection = DriverManager.getConnection(url);
      connection.setAutoCommit(false);
      PostgresTable opened = new PostgresTable(connection, table, topic);
      opened.createIfMissing();
      return opened;
    } catch (SQLException e) {
      throw new CannotStartException(
          "%s cannot be written at %s: %s".formatted(table, withoutSecrets(url), e.getMessage()),
          e);
    }
  }

  /** What may be shown of an address. */
  static String withoutSecrets(String url) {
    return url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
  }

  /** The table as it is made. */
  static String ddl(String table) {
    return Column.ALL.stream()
        .map(
            column ->
                "  %s %s%s"
                    .formatted(
                        column.name(),
                        column.sqlType(),
                        column.name().equals(Column.KEY) ? " PRIMARY KEY" : ""))
        .collect(Collectors.joining(",\n", "CREATE TABLE IF NOT EXISTS " + table + " (\n", "\n)"));
  }

  private void createIfMissing() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ddl(table));
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + OFFSETS
              + " (calls_table text, topic text, partition integer, next_offset bigint NOT NULL,"
              + " PRIMARY KEY (calls_table, topic, partition))");
    }
    connection.commit();
  }

  /** How far each partition was read, by its number; empty before the first export. */
  Map<Integer, Long> offsets() throws SQLException {
    Map<Integer, Long> offsets = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT partition, next_offset FROM "
                + OFFSETS
                + " WHERE calls_table = ? AND topic = ?")) {
      query.setString(1, table);
      query.setString(2, topic);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          offsets.put(rows.getInt(1), rows.getLong(2));
        }
      }
    }
    connection.commit();
    return offsets;
  }

  /**
   * Takes calls, all or none of them.
   *
   * @param calls by their ids; null for one that is to be deleted
   * @param before how far the topic was read by them
   * @param after how far it is read with them
   * @throws CannotStartException where somebody else has read on in the meantime
   */
  void take(Map<String, CallHistory> calls, Map<Integer, Long> before, Map<Integer, Long> after)
      throws SQLException {
    try {
      upsert(calls);
      delete(calls);
      for (Map.Entry<Integer, Long> partition : after.entrySet()) {
        move(partition.getKey(), before.get(partition.getKey()), partition.getValue());
      }
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      if (!connection.isClosed()) {
        connection.rollback();
      }
      throw e;
    }
  }

  private void upsert(Map<String, CallHistory> calls) throws SQLException {
    String names = Column.ALL.stream().map(Column::name).collect(Collectors.joining(", "));
    String values =
        Column.ALL.stream()
            .map(column -> "?::" + column.sqlType())
            .collect(Collectors.joining(", "));
    String changes =
        Column.ALL.stream()
            .skip(1)
            .map(column -> "%1$s = EXCLUDED.%1$s".formatted(column.name()))
            .collect(Collectors.joining(", "));
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(table, names, values, Column.KEY, changes))) {
      for (CallHistory call : calls.values()) {
        if (call != null) {
          for (int i = 0; i < Column.ALL.size(); i++) {
            upsert.setObject(i + 1, sql(Column.ALL.get(i).reader().apply(call)));
          }
          upsert.addBatch();
        }
      }
      upsert.executeBatch();
    }
  }

  private void delete(Map<String, CallHistory> calls) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM %s WHERE call_id = ?".formatted(table))) {
      for (Map.Entry<String, CallHistory> call : calls.entrySet()) {
        if (call.getValue() == null) {
          delete.setObject(1, sql(call.getKey()));
          delete.addBatch();
        }
      }
      delete.executeBatch();
    }
  }

  private void move(int partition, long from, long to) throws SQLException {
    try (PreparedStatement move =
        connection.prepareStatement(
            "INSERT INTO %1$s VALUES (?, ?, ?, ?) ON CONFLICT (calls_table, topic, partition)"
                    .formatted(OFFSETS)
                + " DO UPDATE SET next_offset = EXCLUDED.next_offset WHERE %s.next_offset = ?"
                    .formatted(OFFSETS))) {
      move.setString(1, table);
      move.setString(2, topic);
      move.setInt(3, partition);
      move.setLong(4, to);
      move.setLong(5, from);
      if (move.executeUpdate() != 1) {
        throw new CannotStartException(
            "another export writes to %s at the same time: let one of them do it".formatted(table));
      }
    }
  }

  /** PostgreSQL has no character of code 0, neither in text nor in JSON. */
  private static Object sql(Object value) {
    if (value instanceof Instant time) {
      return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
    return value instanceof String text ? text.replace("\0", "").replace("\\u0000", "") : value;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
