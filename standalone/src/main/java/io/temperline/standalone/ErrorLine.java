package io.temperline.standalone;

import io.temperline.dashboard.DashboardStartException;
import io.temperline.dashboard.commands.InvalidCommandException;
import io.temperline.dashboard.rules.RefusedRulesException;
import io.temperline.gateway.replay.ReplayFailedException;
import io.temperline.gateway.replay.UnusableRecordingsException;
import io.temperline.reference.learning.UnusableClassifierException;
import io.temperline.speech.audio.UnreadableRecordingException;
import io.temperline.speech.corpus.UnusableCorpusException;
import io.temperline.speech.features.catalogue.UnusableParameterException;
import io.temperline.speech.model.UnusableModelException;
import io.temperline.speech.training.UnusableRecipeException;
import io.temperline.standalone.speech.CommandFailure;
import io.temperline.streams.Settings.UnusableSettingException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user sees when something goes wrong: one line on standard error for each thing. The exit
 * code is 2 where the user can do something about it, 1 where the fault is ours.
 */
final class ErrorLine {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorLine.class);

  private ErrorLine() {}

  static int ofArguments(ParameterException thrown, String[] arguments) {
    ParameterException e = theLikelierOf(thrown);
    CommandLine command = e.getCommandLine();
    String help = "see '%s --help'".formatted(command.getCommandSpec().qualifiedName());
    print(command, words(e) + suggestion(e) + "; " + help);
    return ExitCode.USAGE;
  }

  /** An option that is misspelt may be why another thing is missing. */
  private static ParameterException theLikelierOf(ParameterException e) {
    CommandLine command = e.getCommandLine();
    return e instanceof MissingParameterException && !command.getUnmatchedArguments().isEmpty()
        ? new UnmatchedArgumentException(command, command.getUnmatchedArguments())
        : e;
  }

  static int ofExecution(Exception e, CommandLine command, ParseResult arguments) {
    if (e instanceof DashboardStartException) {
      e.getMessage().lines().forEach(line -> print(command, line)); // each is of another setting
      return ExitCode.USAGE;
    }
    if (isForTheUser(e)) {
      print(command, e.getMessage());
      return ExitCode.USAGE;
    }
    LOG.info("Unexpected failure", e); // for the file: the console gets its line below
    print(command, "unexpected failure: " + e);
    return ExitCode.SOFTWARE;
  }

  private static boolean isForTheUser(Exception e) {
    return e instanceof CannotStartException
        || e instanceof CommandFailure
        || e instanceof InvalidCommandException
        || e instanceof RefusedRulesException
        || e instanceof ReplayFailedException
        || e instanceof UnusableRecordingsException
        || e instanceof UnusableSettingException
        || e instanceof UnreadableRecordingException
        || e instanceof UnusableClassifierException
        || e instanceof UnusableCorpusException
        || e instanceof UnusableModelException
        || e instanceof UnusableParameterException
        || e instanceof UnusableRecipeException;
  }

  /** Picocli begins what it says of a group of options with a word that the line has already. */
  private static String words(ParameterException e) {
    return e.getMessage().replaceFirst("^Error: ", "");
  }

  private static String suggestion(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      List<String> suggestions = unmatched.getSuggestions();
      return " (did you mean %s?)".formatted(String.join(" or ", suggestions));
    }
    return "";
  }

  private static void print(CommandLine command, String message) {
    command.getErr().println("temperline: " + message.replaceAll("\\s*\\R\\s*", " "));
    command.getErr().flush();
  }
}
