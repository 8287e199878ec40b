package io.temperline.streams;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.NetworkInput;
import io.temperline.speech.model.NetworkOutput;
import io.temperline.speech.model.TorchScript;
import io.temperline.speech.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models as a user would bring them. */
final class OwnModels {

  private static final Path FILES = Path.of("../speech/src/test/resources/torchscript");

  private OwnModels() {}

  /** What a model of a waveform network would say of itself. */
  static ModelManifest manifest(WindowConfig window, List<String> labels) {
    return new ModelManifest(
        "own",
        "1",
        "1",
        "1",
        labels,
        window,
        LogMelConfig.TELEPHONE,
        new TorchScript("model.pt", new NetworkInput.Waveform(8_000), NetworkOutput.LOGITS),
        1,
        0.4f,
        List.of(),
        "");
  }

  /** Writes a model of waveforms at 16 kHz that finds loud speech angry. */
  static Path waveform(Path folder) throws IOException {
    Files.copy(FILES.resolve("waveform.pt"), folder.resolve("model.pt"));
    Files.writeString(
        folder.resolve("model.json"),
        """
        {
          "name": "own",
          "version": "1",
          "labels": ["neutral", "sad", "angry"],
          "window": {"length": "PT2S", "hop": "PT1S"},
          "network": {
            "torchScript": "model.pt",
            "input": {"type": "WAVEFORM", "sampleRate": 16000},
            "output": "LOGITS"
          },
          "temperature": 1.0,
          "uncertainBelow": 0.35
        }
        """);
    return folder;
  }
}
