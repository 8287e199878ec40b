package io.temperline.standalone.rules;

import io.temperline.rules.RuleSetLoader;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import picocli.CommandLine.Option;

/** The model whose emotions rules can ask for. */
final class ModelOption {

  /** Where a properties file names one. */
  private static final String SETTING = "temperline.model";

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model whose emotions the rules may ask for, not the shipped one.")
  private Path folder;

  /**
   * @param properties which may name a model where the option does not
   */
  RuleSetLoader loader(Properties properties) {
    ModelFiles files = folder(properties).map(ModelFiles::in).orElseGet(ModelFiles::shipped);
    return new RuleSetLoader(Set.copyOf(files.manifest().labels()));
  }

  /** The caller's to close. */
  EmotionModel load(Properties properties) {
    return folder(properties).map(EmotionModel::load).orElseGet(EmotionModel::shipped);
  }

  private Optional<Path> folder(Properties properties) {
    return Optional.ofNullable(folder)
        .or(() -> Optional.ofNullable(properties.getProperty(SETTING)).map(Path::of));
  }
}
