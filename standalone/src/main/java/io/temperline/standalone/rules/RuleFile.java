package io.temperline.standalone.rules;

import io.temperline.rules.Problem;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.rules.UnusableRulesException;
import io.temperline.standalone.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A rule set as somebody wrote it.
 *
 * @param name the file's, for people
 */
record RuleFile(String name, String yaml) {

  /**
   * @param argument a file, or {@code -} for standard input
   * @throws CannotStartException where it cannot be read
   */
  static RuleFile read(String argument) {
    return argument.equals("-")
        ? new RuleFile("standard input", text("standard input", standardInput()))
        : new RuleFile(argument, text(argument, bytes(Path.of(argument))));
  }

  private static byte[] standardInput() {
    try (InputStream in = System.in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new CannotStartException("standard input cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new CannotStartException(file + " is a folder: name a file with a rule set");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new CannotStartException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new CannotStartException(file + " cannot be read: is it a file that you may read?", e);
    }
  }

  private static String text(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CannotStartException(name + " is no text in UTF-8", e);
    }
  }

  /** The set; empty where it cannot be used, with every problem printed on a line of its own. */
  Optional<RuleSet> check(RuleSetLoader loader, PrintWriter err) {
    try {
      return Optional.of(loader.load(yaml));
    } catch (UnusableRulesException e) {
      for (Problem problem : e.problems()) {
        err.printf("%s:%d:%d: %s%n", name, problem.line(), problem.column(), problem.message());
      }
      err.flush();
      return Optional.empty();
    }
  }
}
