package io.temperline.standalone.speech;

import io.temperline.gateway.replay.CallDetails;
import io.temperline.gateway.replay.FoundCall;
import io.temperline.gateway.replay.FoundCalls;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.UnusableRecordingsException;
import io.temperline.speech.analysis.Objection;
import io.temperline.speech.analysis.RecordedConversation;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.ConversationFigures;
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

  @Option(
      names = "--conversation",
      description =
          "In place of emotions, say in figures how caller and agent talk with each other.")
  private boolean conversation;

  @Option(
      names = "--json",
      description = "One JSON object a window, or a call with --conversation.")
  private boolean json;

  @Override
  void run() throws IOException {
    FoundCalls found = FoundCalls.in(files);
    if (conversation) {
      requireNoModel();
      ConversationPrinter printer = new ConversationPrinter(out(), json);
      forEach(found, (call, recorded) -> print(call, recorded, printer));
    } else {
      emotions(found);
    }
  }

  private void emotions(FoundCalls found) throws IOException {
    try (EmotionModel opened = open(model)) {
      RecordingAnalyzer analyzer =
          new RecordingAnalyzer(
              opened, opened.manifest().window(), new SpeechGate(SpeechGateConfig.DEFAULT));
      VerdictPrinter printer = new VerdictPrinter(out(), json);
      forEach(found, (call, recorded) -> analyze(call, recorded, analyzer, printer));
    }
  }

  private void forEach(FoundCalls found, CallTask task) throws IOException {
    for (FoundCall call : found.calls()) {
      try {
        task.take(call, call.read());
      } catch (UnusableRecordingsException e) {
        fail(e.getMessage());
      }
    }
  }

  private void requireNoModel() {
    if (model != null || scoreAgents) {
      throw new CommandFailure(
          (model == null ? "--score-agents" : "--model")
              + " is for emotions and --conversation says none: leave one of them out");
    }
  }

  private void print(FoundCall files, RecordedCall call, ConversationPrinter printer)
      throws IOException {
    if (call.agent().isEmpty()) {
      complain(
          files.callerFile()
              + ": only the caller was recorded; how two talk is told of both sides alone, "
              + "a stereo file or X_caller and X_agent");
    }
    printer.print(call.callId(), figures(call));
  }

  private static ConversationFigures figures(RecordedCall call) {
    Conversation heard = new Conversation();
    for (CallDetails.Hold hold : call.details().holds()) {
      heard.held(hold.fromMs());
      heard.resumed(hold.toMs());
    }
    RecordedConversation.play(heard, call.caller(), call.agent());
    return heard.figures();
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

  private interface CallTask {
    void take(FoundCall call, RecordedCall recorded) throws IOException;
  }
}
