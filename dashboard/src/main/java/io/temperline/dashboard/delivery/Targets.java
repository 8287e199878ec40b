package io.temperline.dashboard.delivery;

import io.micronaut.context.env.Environment;
import io.temperline.dashboard.delivery.channel.Channels;
import io.temperline.dashboard.settings.SecretSource;
import io.temperline.dashboard.settings.Settings;
import io.temperline.dashboard.settings.Settings.UnusableSettingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All who are told of escalations, as {@code delivery.targets} names them.
 *
 * @param dashboard the address under which people see the dashboard
 */
record Targets(List<Target> all, Optional<URI> dashboard) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** The events' source where the dashboard's address is not known. */
  private static final URI SOURCE = URI.create("/temperline/escalations");

  Targets {
    all = List.copyOf(all);
  }

  /**
   * @throws UnusableDeliveryException with a line for each thing that cannot be used
   */
  static Targets read(Environment environment, SecretSource secrets, Channels channels) {
    return new Reading(environment, secrets, channels).targets();
  }

  Optional<Target> named(String name) {
    return all.stream().filter(target -> target.name().equals(name)).findFirst();
  }

  /** Goes through all settings, and gathers what is wrong with them. */
  private static final class Reading {

    private final Environment environment;
    private final SecretSource secrets;
    private final Channels channels;
    private final SettingKeys keys;
    private final List<String> problems = new ArrayList<>();

    Reading(Environment environment, SecretSource secrets, Channels channels) {
      this.environment = environment;
      this.secrets = secrets;
      this.channels = channels;
      this.keys = SettingKeys.of(environment);
    }

    Targets targets() {
      keys.strangers()
          .forEach(
              key ->
                  problems.add(
                      "%s.%s means nothing: there are public-url and targets.NAME"
                          .formatted(SettingKeys.ROOT, key)));
      Optional<URI> dashboard = dashboard();
      List<Target> targets = new ArrayList<>();
      for (String name : keys.targets()) {
        read(name, dashboard.orElse(SOURCE)).ifPresent(targets::add);
      }
      if (!problems.isEmpty()) {
        throw new UnusableDeliveryException(problems);
      }
      return new Targets(targets, dashboard);
    }

    private Optional<URI> dashboard() {
      try {
        return new Settings(environment, secrets, SettingKeys.ROOT).address("public-url");
      } catch (UnusableSettingException e) {
        problems.add(SettingKeys.ROOT + "." + e.getMessage());
        return Optional.empty();
      }
    }

    private Optional<Target> read(String name, URI source) {
      Settings settings = new Settings(environment, secrets, SettingKeys.ROOT + ".targets." + name);
      TargetReader reader = new TargetReader(channels, source, settings);
      try {
        requireUsable(name);
        Target.Kind kind = reader.kind();
        keys.strangers(name, kind)
            .forEach(
                key ->
                    problem(
                        name,
                        "%s means nothing for the kind %s: there are %s"
                            .formatted(
                                key,
                                kind.name().toLowerCase(Locale.ROOT),
                                SettingKeys.allowed(kind))));
        return Optional.of(reader.read(name));
      } catch (UnusableSettingException e) {
        problem(name, e.getMessage());
        return Optional.empty();
      }
    }

    private static void requireUsable(String name) {
      if (!NAME.matcher(name).matches()) {
        throw new UnusableSettingException(
            "its name is not usable: give lower-case letters, digits and hyphens");
      }
    }

    private void problem(String target, String what) {
      problems.add("%s target %s: %s".formatted(SettingKeys.ROOT, target, what));
    }
  }
}
