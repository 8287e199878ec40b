package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs commands as a user does, and keeps what the last one printed. */
public final class CommandRunner {

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** The exit code. */
  public int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Temperline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  /** The command fails with exit code 2 and one line, and prints nothing else. */
  public void assertRefused(String problem, String... arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err().lines())
        .singleElement()
        .asString()
        .startsWith("temperline: ")
        .contains(problem);
    assertThat(out()).isEmpty();
  }

  public String out() {
    return out.toString();
  }

  public List<String> lines() {
    return out().lines().toList();
  }

  public String err() {
    return err.toString();
  }
}
