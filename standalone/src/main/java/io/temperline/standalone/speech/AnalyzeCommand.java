package io.temperline.standalone.speech;

import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowConfig;
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
        "Say what emotion each window of a recording holds. A stereo file is caller and agent, a"
            + " mono file the caller unless its name ends in _agent.")
public final class AnalyzeCommand extends SpeechCommand {

  private static final String CALLER = "caller";
  private static final String AGENT = "agent";

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "WAV or FLAC recordings.")
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
    try (EmotionModel opened = open(model)) {
      RecordingAnalyzer analyzer =
          new RecordingAnalyzer(
              opened, WindowConfig.DEFAULT, new SpeechGate(SpeechGateConfig.DEFAULT));
      VerdictPrinter printer = new VerdictPrinter(out(), json);
      for (Path file : files) {
        analyze(file, Recordings.read(file), analyzer, printer);
      }
    }
  }

  private void analyze(
      Path file, Recording recording, RecordingAnalyzer analyzer, VerdictPrinter printer)
      throws IOException {
    List<String> sides = sides(file, recording);
    for (int channel = 0; channel < sides.size(); channel++) {
      String side = sides.get(channel);
      float[] samples = recording.channels()[channel];
      List<WindowVerdict> verdicts =
          side.equals(AGENT) && !scoreAgents
              ? analyzer.withhold(samples, recording.sampleRate())
              : analyzer.analyze(samples, recording.sampleRate());
      if (verdicts.isEmpty()) {
        complain(file + ": shorter than a window of 3 s; nothing to analyse");
      }
      for (WindowVerdict verdict : verdicts) {
        printer.print(file, side, verdict);
      }
    }
    if (recording.channels().length > sides.size()) {
      complain(file + ": channels after the second were left out");
    }
  }

  private static List<String> sides(Path file, Recording recording) {
    if (recording.channels().length > 1) {
      return List.of(CALLER, AGENT);
    }
    boolean named = file.getFileName().toString().matches("(?i).*_agent\\.[^.]*");
    return List.of(named ? AGENT : CALLER);
  }
}
