package io.temperline.streams;

import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.UnusableModelException;
import io.temperline.streams.Settings.UnusableSettingException;
import java.util.Properties;

/** The model of the streams application: the one that the settings name, or the shipped one. */
public final class LiveModel {

  private LiveModel() {}

  /**
   * What the model says of itself, without its weights.
   *
   * @throws UnusableModelException where it is missing or says something impossible
   * @throws UnusableSettingException where a setting is unknown or unusable
   */
  static ModelManifest manifest(Properties properties) {
    return TemperlineConfig.model(properties)
        .map(ModelFiles::in)
        .orElseGet(ModelFiles::shipped)
        .manifest();
  }

  /**
   * Loads the model and holds the settings against it, before anything else starts.
   *
   * @param properties with Temperline's settings under {@code temperline.}
   * @return the caller's to close
   * @throws UnusableModelException where the model is missing, damaged or knows no anger
   * @throws UnusableSettingException where a setting is unknown, unusable or not for this model
   */
  public static EmotionModel load(Properties properties) {
    EmotionModel model =
        TemperlineConfig.model(properties).map(EmotionModel::load).orElseGet(EmotionModel::shipped);
    try {
      TemperlineConfig.from(properties, model.manifest());
      return model;
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }
}
