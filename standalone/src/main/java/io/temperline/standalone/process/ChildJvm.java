package io.temperline.standalone.process;

import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LocalPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A command of this program in a JVM of its own, with the options that this one was started with,
 * and JMX on a port of the loopback interface.
 */
public final class ChildJvm implements AutoCloseable {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
  private static final String MAIN = "io.temperline.standalone.Temperline";

  private final String name;
  private final Process process;
  private final Path output;
  private final JmxView jmx;

  private ChildJvm(String name, Process process, Path output, JmxView jmx) {
    this.name = name;
    this.process = process;
    this.output = output;
    this.jmx = jmx;
  }

  /**
   * @param name what to call it in messages and file names
   * @param folder where its output and its log go
   * @param jvmOptions for instance {@code -Xmx1g}
   * @param arguments the command and its arguments
   */
  public static ChildJvm start(
      String name, Path folder, List<String> jvmOptions, List<String> arguments) {
    int jmxPort = LocalPort.choose("JMX of the " + name, 0);
    Path output = folder.resolve(name + ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(inheritedOptions());
    command.addAll(jmxOptions(jmxPort));
    command.add("-Dtemperline.log=" + folder.resolve(name + ".log"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    try {
      Files.createDirectories(folder);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      // Whoever breaks the command off should not have to look for what it started.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new ChildJvm(name, process, output, new JmxView(jmxPort));
    } catch (IOException e) {
      throw new CannotStartException("the %s cannot be started: %s".formatted(name, e), e);
    }
  }

  /** Where natives are unpacked and the like: without these a child would do it all again. */
  private static List<String> inheritedOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-D") || option.startsWith("--"))
        .toList();
  }

  private static List<String> jmxOptions(int port) {
    String prefix = "-Dcom.sun.management.jmxremote";
    return List.of(
        prefix + ".port=" + port,
        prefix + ".rmi.port=" + port,
        prefix + ".host=" + LocalPort.HOST,
        prefix + ".authenticate=false",
        prefix + ".ssl=false",
        "-Djava.rmi.server.hostname=" + LocalPort.HOST);
  }

  public String name() {
    return name;
  }

  /** Processor time that it has used since its start. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Memory that it holds of the machine, heap, natives and all, in bytes (VmRSS of Linux). */
  public long residentBytes() {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it has ended, or this is no Linux
    }
  }

  public JmxView jmx() {
    return jmx;
  }

  /**
   * @throws CannotStartException where it has ended, with the last lines that it wrote
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new CannotStartException(
          "the %s ended with exit code %d: %s".formatted(name, process.exitValue(), lastWords()));
    }
  }

  /**
   * Waits for its end.
   *
   * @return its exit code; empty where it has not ended within the time
   */
  public OptionalInt awaitEnd(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** What it wrote to its console so far. */
  public List<String> output() {
    try {
      return Files.readAllLines(output);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A JVM that takes an option not says which first, and that it gives up last. */
  private String lastWords() {
    List<String> lines = output();
    return lines.isEmpty()
        ? "it wrote nothing"
        : String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    jmx.close();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to stop, and returns when it has; where it takes too long, kills it. */
  @Override
  public void close() {
    jmx.close();
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }
}
