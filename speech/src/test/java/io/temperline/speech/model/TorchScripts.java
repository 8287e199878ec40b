package io.temperline.speech.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model folders with the TorchScript files of {@code src/test/resources/torchscript}. */
public final class TorchScripts {

  private static final Path FILES = Path.of("src/test/resources/torchscript");

  private TorchScripts() {}

  /** A model of three labels that takes samples at a rate. */
  public static Path waveform(Path folder, String file, int sampleRate) throws IOException {
    return write(
        folder,
        file,
        "{\"type\": \"WAVEFORM\", \"sampleRate\": %d}, \"output\": \"LOGITS\""
            .formatted(sampleRate));
  }

  /** A model of three labels that takes log-mel frames. */
  public static Path logMel(Path folder, String file, boolean levelled) throws IOException {
    return write(
        folder,
        file,
        "{\"type\": \"LOG_MEL\", \"levelled\": %b}, \"output\": \"LOGITS\"".formatted(levelled));
  }

  private static Path write(Path folder, String file, String input) throws IOException {
    Files.copy(FILES.resolve(file), folder.resolve("model.pt"));
    Files.writeString(
        folder.resolve(ModelFiles.MANIFEST),
        """
        {
          "name": "own",
          "version": "3",
          "labels": ["neutral", "sad", "angry"],
          "window": {"length": "PT3S", "hop": "PT1S"},
          "network": {"torchScript": "model.pt", "input": %s},
          "temperature": 2.0,
          "uncertainBelow": 0.35
        }
        """
            .formatted(input));
    return folder;
  }
}
