package io.temperline.speech.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file in a model's folder that lets a training go on after it was broken off. */
final class TrainingState {

  private static final String FILE = "training-state.bin";

  private final Path file;
  private final String origin;

  /**
   * @param folder where the model goes
   * @param origin what the training is made of: only that can go on
   */
  TrainingState(Path folder, String origin) {
    file = folder.resolve(FILE);
    this.origin = origin;
  }

  /** Whether a training was broken off in a folder. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  void save(EmotionTrainer trainer) throws IOException {
    Path written = file.resolveSibling(FILE + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
      out.writeUTF(origin);
      trainer.save(out);
    }
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Brings the trainer to where it was broken off, if it was.
   *
   * @throws UnusableRecipeException where the file is of another training, or damaged
   */
  void resume(EmotionTrainer trainer) {
    if (!Files.exists(file)) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(origin)) {
        throw unusable("is of a training with another recipe or other clips", null);
      }
      trainer.load(in);
    } catch (IOException e) {
      throw unusable("is damaged", e);
    }
  }

  private UnusableRecipeException unusable(String problem, IOException cause) {
    return new UnusableRecipeException(
        "%s %s: remove it, or name another folder".formatted(file, problem), cause);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
