package io.temperline.streams;

import static io.temperline.streams.Settings.duration;
import static io.temperline.streams.Settings.flag;
import static io.temperline.streams.Settings.folder;
import static io.temperline.streams.Settings.hostPort;
import static io.temperline.streams.Settings.share;

import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.TorchScript;
import io.temperline.speech.model.UnusableModelException;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowConfig;
import io.temperline.streams.Settings.HostPort;
import io.temperline.streams.Settings.Setting;
import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.emotion.EmotionConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * How the streams application listens and judges.
 *
 * @param clockTolerance how far a frame's capturedAt may be from the broker's time
 * @param emotion how calls are listened to
 * @param alertMemory how long an alert is kept after its last step
 * @param historyInterval the least time from one record of a live call's history to the next
 */
public record TemperlineConfig(
    Duration clockTolerance,
    EmotionConfig emotion,
    Duration alertMemory,
    Duration historyInterval) {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /** The label that escalations and histories watch. */
  private static final String ANGER = "angry";

  private static final Setting<Path> MODEL =
      folder("model", "the shipped one", "The model that scores, as `--model` of the commands.");
  private static final Setting<Duration> WINDOW =
      duration(
          "window.length.ms",
          "the model's",
          1000,
          10_000,
          "Length of a window; 3000 for the shipped model.");
  private static final Setting<Duration> HOP =
      duration(
          "window.hop.ms",
          "the model's",
          100,
          10_000,
          "From one window's start to the next one's; 1000 for the shipped model.");
  private static final Setting<Float> MIN_SPEECH =
      share("gate.min.speech.share", "0.2", "Speech that a window needs to be scored.");
  private static final Setting<Float> MAX_LOST =
      share("gate.max.lost.share", "0.1", "Lost audio beyond which a window is not scored.");
  private static final Setting<Float> MAX_CLIPPED =
      share("gate.max.clipped.share", "0.1", "Clipping beyond which a window is not scored.");
  private static final Setting<Duration> SMOOTHING =
      duration(
          "smoothing.ms", "1000", 1, 5 * MINUTE, "Time constant of a channel's smoothed emotion.");
  private static final Setting<Duration> REORDERING =
      duration(
          "reordering.ms",
          "200",
          0,
          10_000,
          "How much later audio may come before a missing frame counts as lost.");
  private static final Setting<Duration> IDLE =
      duration(
          "idle.timeout.ms", "30000", 1000, HOUR, "Silence after which a call counts as ended.");
  private static final Setting<Duration> GRACE =
      duration(
          "end.grace.ms",
          "1000",
          0,
          MINUTE,
          "Wait for an ended call's last frames where its end does not say which they are.");
  private static final Setting<Duration> HOLD =
      duration("hold.timeout.ms", "3600000", 1000, 24 * HOUR, "Longest time on hold.");
  private static final Setting<Duration> MEMORY =
      duration(
          "closed.call.memory.ms",
          "1800000",
          1000,
          24 * HOUR,
          "How long an ended call is remembered, so that late audio does not reopen it.");
  private static final Setting<Duration> SCORING =
      duration(
          "scoring.interval.ms",
          "100",
          10,
          10_000,
          "How long a due window may wait for others to fill a batch.");
  private static final Setting<Boolean> INFORMED =
      flag(
          "callers.are.informed",
          "false",
          "Declares that every caller is told of the analysis; otherwise each call must say so.");
  private static final Setting<Duration> INFORMED_WAIT =
      duration(
          "informed.wait.ms",
          "5000",
          0,
          MINUTE,
          "Audio to wait for word that the caller was told before windows go unscored.");
  private static final Setting<Boolean> AGENTS =
      flag(
          "score.agents",
          "false",
          "Scores agents too. EU AI Act, Art. 5(1)(f), forbids it at work but for medical or safety"
              + " reasons.");
  private static final Setting<Boolean> CONVERSATION =
      flag(
          "conversation",
          "true",
          "Follows how caller and agent talk with each other: turns, silence, pace. No words.");
  private static final Setting<Duration> CLOCK =
      duration(
          "clock.tolerance.ms",
          "86400000",
          1000,
          30 * 24 * HOUR,
          "How far a frame's capturedAt may be from the broker's time.");
  private static final Setting<Duration> ALERT_MEMORY =
      duration(
          "alert.memory.ms",
          "86400000",
          1000,
          30 * 24 * HOUR,
          "How long after its last step an alert can still be acknowledged, noted and judged.");
  private static final Setting<Duration> HISTORY_INTERVAL =
      duration(
          "history.interval.ms",
          "1000",
          0,
          MINUTE,
          "Least time from one record of a live call's history to the next.");
  private static final Setting<HostPort> QUERY_LISTEN =
      hostPort(
          "query.listen",
          "off",
          "Where customers' calls can be asked for, by a name that the other instances reach too.");

  /** All settings, in the order of the documentation. */
  static final List<Setting<?>> SETTINGS =
      List.of(
          MODEL,
          WINDOW,
          HOP,
          MIN_SPEECH,
          MAX_LOST,
          MAX_CLIPPED,
          SMOOTHING,
          REORDERING,
          IDLE,
          GRACE,
          HOLD,
          MEMORY,
          SCORING,
          INFORMED,
          INFORMED_WAIT,
          AGENTS,
          CONVERSATION,
          CLOCK,
          ALERT_MEMORY,
          HISTORY_INTERVAL,
          QUERY_LISTEN);

  /**
   * The folder of the model to use; empty for the shipped one.
   *
   * @throws UnusableSettingException where a key under {@code temperline.} is unknown or the folder
   *     is no path
   */
  static Optional<Path> model(Properties properties) {
    return Settings.of(properties, SETTINGS).given(MODEL);
  }

  /**
   * Where questions are answered; empty where none are.
   *
   * @throws UnusableSettingException where a key under {@code temperline.} is unknown or the
   *     address unusable
   */
  static Optional<HostPort> queryListen(Properties properties) {
    return Settings.of(properties, SETTINGS).given(QUERY_LISTEN);
  }

  /**
   * @param model whose windows are taken where no others are asked for
   * @throws UnusableSettingException where a key under {@code temperline.} is unknown or its value
   *     unusable, by itself or for this model
   * @throws UnusableModelException where the model does not know what escalations watch
   */
  public static TemperlineConfig from(Properties properties, ModelManifest model) {
    Settings settings = Settings.of(properties, SETTINGS);
    requireAnger(model);
    try {
      return new TemperlineConfig(
          settings.get(CLOCK),
          emotion(settings, window(settings, model)),
          settings.get(ALERT_MEMORY),
          settings.get(HISTORY_INTERVAL));
    } catch (UnusableSettingException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new UnusableSettingException("settings that do not fit together: " + e.getMessage());
    }
  }

  private static void requireAnger(ModelManifest model) {
    if (!model.labels().contains(ANGER)) {
      throw new UnusableModelException(
          "the model %s has no label '%s', which escalations and histories watch, only %s: name its"
                  .formatted(model.name(), ANGER, String.join(", ", model.labels()))
              + " label of anger so in model.json, or use the command analyze",
          null);
    }
  }

  /** A TorchScript network was tried out with its own windows' length, and may take no other. */
  private static WindowConfig window(Settings settings, ModelManifest model) {
    Duration own = model.window().length();
    Duration length = settings.given(WINDOW).orElse(own);
    if (model.network() instanceof TorchScript && !length.equals(own)) {
      throw new UnusableSettingException(
          "setting %s is %d; the model %s takes windows of %d ms: leave the setting out"
              .formatted(WINDOW.key(), length.toMillis(), model.name(), own.toMillis()));
    }
    return new WindowConfig(length, settings.given(HOP).orElse(model.window().hop()));
  }

  private static SpeechGate gate(Settings settings) {
    float minSpeech = settings.get(MIN_SPEECH);
    return new SpeechGate(
        new SpeechGateConfig(
            Math.min(minSpeech, SpeechGateConfig.DEFAULT.silentBelow()),
            minSpeech,
            settings.get(MAX_LOST),
            settings.get(MAX_CLIPPED)));
  }

  private static EmotionConfig emotion(Settings settings, WindowConfig window) {
    return new EmotionConfig(
        window,
        gate(settings),
        settings.get(SMOOTHING),
        settings.get(REORDERING),
        settings.get(IDLE),
        settings.get(GRACE),
        settings.get(HOLD),
        settings.get(MEMORY),
        settings.get(SCORING),
        settings.get(INFORMED),
        settings.get(INFORMED_WAIT),
        settings.get(AGENTS),
        settings.get(CONVERSATION));
  }
}
