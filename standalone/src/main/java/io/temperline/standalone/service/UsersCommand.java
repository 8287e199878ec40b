package io.temperline.standalone.service;

import io.temperline.dashboard.access.Passwords;
import io.temperline.standalone.CannotStartException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code users}: what a users file of the dashboard needs. */
@Command(
    name = "users",
    description = "Prepare the users file of the dashboard; see docs/access.md.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = UsersCommand.Hash.class)
public final class UsersCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  /** {@code users hash}: a password's hash. */
  @Command(
      name = "hash",
      description = "Read a password from standard input and print its bcrypt hash.")
  static final class Hash implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
      try {
        spec.commandLine().getOut().println(Passwords.hash(password()));
        spec.commandLine().getOut().flush();
        return 0;
      } catch (IllegalArgumentException e) {
        throw new CannotStartException(e.getMessage());
      }
    }

    /** At a terminal what is typed is not shown. */
    private static String password() {
      Console console = System.console();
      if (console != null) {
        return Optional.ofNullable(console.readPassword("Password: ")).map(String::new).orElse("");
      }
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      try {
        return Optional.ofNullable(input.readLine()).orElse("");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
