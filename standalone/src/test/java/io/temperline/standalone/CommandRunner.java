package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs commands as a user does, and keeps what the last one printed. */
final class CommandRunner {

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** The exit code. */
  int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Temperline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  /** The command fails with exit code 2 and one line, and prints nothing else. */
  void assertRefused(String problem, String... arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err().lines())
        .singleElement()
        .asString()
        .startsWith("temperline: ")
        .contains(problem);
    assertThat(out()).isEmpty();
  }

  String out() {
    return out.toString();
  }

  List<String> lines() {
    return out().lines().toList();
  }

  String err() {
    return err.toString();
  }
}
