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
            + " mono file the caller.")
public final class AnalyzeCommand extends SpeechCommand {

  private static final List<String> CHANNELS = List.of("caller", "agent");

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "WAV or FLAC recordings.")
  private List<Path> files;

  @Option(names = "--model", paramLabel = "DIR", description = "Model to use, not the shipped one.")
  private Path model;

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
    int channels = Math.min(recording.channels().length, CHANNELS.size());
    for (int channel = 0; channel < channels; channel++) {
      float[] samples = recording.channels()[channel];
      List<WindowVerdict> verdicts = analyzer.analyze(samples, recording.sampleRate());
      if (verdicts.isEmpty()) {
        complain(file + ": shorter than a window of 3 s; nothing to analyse");
      }
      for (WindowVerdict verdict : verdicts) {
        printer.print(file, CHANNELS.get(channel), verdict);
      }
    }
    if (recording.channels().length > CHANNELS.size()) {
      complain(file + ": channels after the second were left out");
    }
  }
}
