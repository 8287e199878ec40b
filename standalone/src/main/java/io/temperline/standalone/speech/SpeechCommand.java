package io.temperline.standalone.speech;

import io.temperline.speech.model.EmotionModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands on recordings share: where they write, and which model they use. */
abstract class SpeechCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  private boolean failed;

  @Override
  public final Integer call() throws IOException {
    run();
    return failed ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
  }

  abstract void run() throws IOException;

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Says in a line what was left out; the command goes on. */
  final void complain(String line) {
    spec.commandLine().getErr().println("temperline: " + line);
    spec.commandLine().getErr().flush();
  }

  /** Says in a line what could not be done; the command goes on with the rest, and fails. */
  final void fail(String line) {
    complain(line);
    failed = true;
  }

  /** The model in a folder, or the shipped one where none is named. */
  static EmotionModel open(Path folder) {
    return folder == null ? EmotionModel.shipped() : EmotionModel.load(folder);
  }
}
