package io.temperline.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.standalone.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL for tests: Debian's, or that of the PATH, in a folder of its own. It refuses to run
 * as root, so root runs it as postgres.
 */
final class Postgres implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  private final Path folder;
  private final Path programs;
  private final int port;

  private Postgres(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  static Postgres start() throws IOException {
    Path folder = Files.createTempDirectory("temperline-postgres-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Postgres postgres = new Postgres(folder, programs(), LocalPort.choose("PostgreSQL", 0));
    postgres.run("initdb", "-D", postgres.data(), "-A", "trust", "-U", SUPERUSER, "--no-sync");
    postgres.run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        postgres.data(),
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(postgres.port, folder));
    return postgres;
  }

  private static Path programs() throws IOException {
    Path debians = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debians)) {
      try (Stream<Path> versions = Files.list(debians)) {
        return versions
            .map(version -> version.resolve("bin"))
            .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
            .max(Comparator.naturalOrder())
            .orElseThrow(Postgres::missing);
      }
    }
    return Stream.of(System.getenv("PATH").split(":"))
        .map(Path::of)
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .findFirst()
        .orElseThrow(Postgres::missing);
  }

  private static AssertionError missing() {
    return new AssertionError(
        "there is no PostgreSQL: apt-get install --no-install-recommends postgresql");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, SUPERUSER);
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("temperline-postgres-", ".out");
    // Not a pipe: the server keeps its starter's open.
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.onExit().join().exitValue())
        .as("%s: %s", program, Files.readString(output))
        .isZero();
    Files.delete(output);
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "stop", "-D", data(), "-m", "immediate");
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
