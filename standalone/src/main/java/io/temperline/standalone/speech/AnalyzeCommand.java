package io.temperline.standalone.speech;

import io.temperline.gateway.replay.FoundCall;
import io.temperline.gateway.replay.FoundCalls;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.UnusableRecordingsException;
import io.temperline.speech.analysis.Objection;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze}: what the live service would say about recordings, without Kafka. */
@Command(
    name = "analyze",
    description =
        "Say what emotion each window of a call holds. A stereo file is caller and agent, X_caller"
            + " and X_agent are one call, mono is the caller; a calls.json beside them tells holds.")
public final class AnalyzeCommand extends SpeechCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "WAV or FLAC recordings, or folders of them.")
  private List<Path> files;

  @Option(names = "--model", paramLabel = "DIR", description = "Model to use, not the shipped one.")
  private Path model;

  @Option(
      names = "--score-agents",
      description =
          "Score agents too. The EU AI Act, Art. 5(1)(f), forbids it at work but for medical or"
              + " safety reasons.")
  private boolean scoreAgents;

  @Option(names = "--json", description = "One JSON object a window.")
  private boolean json;

  @Override
  void run() throws IOException {
    FoundCalls found = FoundCalls.in(files);
    try (EmotionModel opened = open(model)) {
      RecordingAnalyzer analyzer =
          new RecordingAnalyzer(
              opened, opened.manifest().window(), new SpeechGate(SpeechGateConfig.DEFAULT));
      VerdictPrinter printer = new VerdictPrinter(out(), json);
      for (FoundCall call : found.calls()) {
        try {
          analyze(call, call.read(), analyzer, printer);
        } catch (UnusableRecordingsException e) {
          fail(e.getMessage());
        }
      }
    }
  }

  private void analyze(
      FoundCall files, RecordedCall call, RecordingAnalyzer analyzer, VerdictPrinter printer)
      throws IOException {
    Objection told = call.details()::objectionTo;
    print(files.callerFile(), "caller", analyzer.analyze(call.caller(), told), printer);
    if (call.agent().isPresent()) {
      Objection toAgent = scoreAgents ? told : Objection.NOT_PERMITTED;
      print(files.agentFile(), "agent", analyzer.analyze(call.agent().get(), toAgent), printer);
    }
  }

  private void print(
      Path file, String channel, List<WindowVerdict> verdicts, VerdictPrinter printer)
      throws IOException {
    if (verdicts.isEmpty()) {
      complain(file + ": shorter than a window of the model; nothing to analyse");
    }
    for (WindowVerdict verdict : verdicts) {
      printer.print(file, channel, verdict);
    }
  }
}
