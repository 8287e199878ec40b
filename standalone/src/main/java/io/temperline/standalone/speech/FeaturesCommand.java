package io.temperline.standalone.speech;

import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.catalogue.Feature;
import io.temperline.speech.features.catalogue.FeatureCatalogue;
import io.temperline.speech.features.catalogue.Parameter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code features}: an acoustic feature of a recording, as numbers. */
@Command(
    name = "features",
    description =
        "Print an acoustic feature of a recording as CSV, a line per frame and a column per value,"
            + " without a header.")
public final class FeaturesCommand extends SpeechCommand {

  private final FeatureCatalogue catalogue = new FeatureCatalogue();
  private ParameterOptions parameters;

  @Option(names = "--list", description = "List the features with their parameters and exit.")
  private boolean list;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "See --list.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A WAV or FLAC recording.")
  private Path file;

  @Option(
      names = "--functionals",
      description =
          "Print mean, standard deviation, skewness, kurtosis, slope per frame and percentiles of"
              + " each column, a line each, in place of the frames.")
  private boolean functionals;

  @Option(
      names = "--channel",
      defaultValue = "1",
      paramLabel = "N",
      description = "Channel of the recording. Default: ${DEFAULT-VALUE}.")
  private int channel;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Resample to this rate. Default: the recording's own.")
  private Integer rate;

  @Spec
  void offerParameters(CommandSpec spec) {
    parameters = new ParameterOptions(spec);
  }

  @Override
  void run() {
    if (list) {
      catalogue.all().forEach(feature -> out().println(line(feature)));
    } else {
      requireArguments();
      Feature feature = catalogue.get(name);
      Map<Parameter, Double> given = parameters.given();
      Recording recording = Recordings.read(file);
      FrameSink printer = functionals ? new FunctionalsCsv(out()) : new CsvFrames(out());
      feature.compute(samples(recording), rateOf(recording), given, printer);
    }
    out().flush();
  }

  private void requireArguments() {
    if (name == null || file == null) {
      throw new CommandFailure(
          "name a feature and a file, as in 'temperline features rms call.wav', or give --list");
    }
    if (rate != null && (rate < Recordings.LOWEST_RATE || rate > Recordings.HIGHEST_RATE)) {
      throw new CommandFailure(
          "--rate must be from %d to %d Hz, not %d"
              .formatted(Recordings.LOWEST_RATE, Recordings.HIGHEST_RATE, rate));
    }
  }

  private float[] samples(Recording recording) {
    int channels = recording.channels().length;
    if (channel < 1 || channel > channels) {
      throw new CommandFailure(
          "%s: --channel must be from 1 to %d, not %d".formatted(file, channels, channel));
    }
    float[] samples = recording.channels()[channel - 1];
    return new Resampler(recording.sampleRate(), rateOf(recording)).push(samples);
  }

  private int rateOf(Recording recording) {
    return rate == null ? recording.sampleRate() : rate;
  }

  private static String line(Feature feature) {
    String defaults =
        feature.defaults().entrySet().stream()
            .map(
                entry ->
                    "--%s %s"
                        .formatted(entry.getKey().label(), entry.getKey().text(entry.getValue())))
            .collect(Collectors.joining(" "));
    return "%-31s %s [%s] (%s)"
        .formatted(feature.name(), feature.summary(), defaults, feature.source());
  }
}
