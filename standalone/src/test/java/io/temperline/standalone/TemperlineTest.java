package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class TemperlineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      Temperline.commandLine()
          .addSubcommand(new Failing())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void anUnknownOptionIsSaidInOneLineWithTheOneThatWasMeant() {
    assertThat(command.execute("failing", "--spede", "3")).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("temperline: Unknown option")
        .contains("--spede", "did you mean", "--speed", "see 'temperline failing --help'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMissingCommandIsSaidInOneLine() {
    assertThat(command.execute()).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("Missing required subcommand", "see 'temperline --help'");
  }

  @Test
  void whatTheUserCanChangeIsExitCodeTwo() {
    assertThat(command.execute("failing", "--speed", "2")).isEqualTo(2);

    assertThat(err.toString()).isEqualTo("temperline: Port 9092 is in use%n".formatted());
  }

  @Test
  void anUnexpectedFailureIsOneLineAndExitCodeOne() {
    assertThat(command.execute("failing", "--speed", "1")).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "temperline: unexpected failure: java.lang.IllegalStateException: first second");
  }

  @Test
  void theHelpNamesTheCommands() {
    assertThat(command.execute("--help")).isZero();

    assertThat(out.toString()).contains("Usage: temperline").contains("failing");
    assertThat(err.toString()).isEmpty();
  }

  @Command(name = "failing")
  private static final class Failing implements Callable<Integer> {

    @Option(names = "--speed")
    private int speed;

    @Override
    public Integer call() {
      if (speed == 2) {
        throw new CannotStartException("Port 9092 is in use");
      }
      throw new IllegalStateException("first\n  second");
    }
  }
}
