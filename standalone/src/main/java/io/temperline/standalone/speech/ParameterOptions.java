package io.temperline.standalone.speech;

import io.temperline.speech.features.catalogue.Parameter;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each parameter that features have. */
final class ParameterOptions {

  private final CommandSpec spec;

  /** Gives the command the options. */
  ParameterOptions(CommandSpec spec) {
    this.spec = spec;
    for (Parameter parameter : Parameter.values()) {
      spec.addOption(
          OptionSpec.builder(option(parameter))
              .type(String.class)
              .paramLabel("N")
              .description(sentence(parameter.meaning()))
              .build());
    }
  }

  /** The parameters that were given. */
  Map<Parameter, Double> given() {
    Map<Parameter, Double> given = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      String text = spec.findOption(option(parameter)).getValue();
      if (text != null) {
        given.put(parameter, parameter.parse(text));
      }
    }
    return given;
  }

  private static String option(Parameter parameter) {
    return "--" + parameter.label();
  }

  private static String sentence(String meaning) {
    return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
  }
}
