package io.temperline.dashboard.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.temperline.dashboard.delivery.Target.Kind;
import io.temperline.dashboard.delivery.channel.Channels;
import io.temperline.dashboard.settings.SecretSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/delivery.md} says is so. */
class DeliveryPageTest {

  private static final String SECRET = "https://chat.example/0123456789abcdef";

  @TempDir private Path folder;

  private final TestClock clock = new TestClock();
  private String page;

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of("../docs/delivery.md"));
  }

  @Test
  void everyExampleCanBeUsed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);

    List<Kind> kinds =
        found("```yaml\n(.*?)```")
            .map(yaml -> yaml.replaceAll("file:/run/secrets/\\S+", "file:" + secret))
            .flatMap(yaml -> targets(yaml).all().stream())
            .map(Target::kind)
            .toList();

    assertThat(kinds).containsExactly(Kind.values());
  }

  @Test
  void everySettingIsExplained() {
    for (Kind kind : Kind.values()) {
      assertThat(SettingKeys.allowed(kind).split(", "))
          .allSatisfy(
              key ->
                  assertThat(page)
                      .contains("`" + key.replace("filter.labels.NAME", "filter.labels.LABEL")));
    }
  }

  @Test
  void theMetricsHaveTheseNames() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var breaker = new CircuitPlan(1, Duration.ofSeconds(1)).breaker("crm", clock);
    new DeliveryMeters(registry, "crm", breaker, clock);
    String scraped = registry.scrape();

    assertThat(found("\\| `(temperline_delivery_\\w+)`"))
        .hasSize(5)
        .allSatisfy(name -> assertThat(scraped).contains("# HELP " + name + " "));
  }

  @Test
  void theTimeOfAllAttemptsIsAsItSays() {
    RetryPlan plan =
        targets("delivery: {targets: {t: {kind: pagerduty, routing-key: env:K}}}")
            .all()
            .get(0)
            .retry();

    assertThat(page).contains("twelve attempts take 10 to 20 minutes");
    assertThat(plan.attempts()).isEqualTo(12);
    assertThat(total(plan, 1)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    assertThat(total(plan, 0)).isBetween(Duration.ofMinutes(18), Duration.ofMinutes(20));
  }

  private static Duration total(RetryPlan plan, double chance) {
    RandomGenerator random =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return 0;
          }

          @Override
          public double nextDouble() {
            return chance;
          }
        };
    Duration total = Duration.ZERO;
    for (int failed = 1; failed < plan.attempts(); failed++) {
      total = total.plus(plan.wait(failed, Optional.empty(), random));
    }
    return total;
  }

  private Stream<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map((MatchResult match) -> match.group(1));
  }

  private Targets targets(String yaml) {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .propertySources(
                PropertySource.of(
                    "page",
                    new YamlPropertySourceLoader()
                        .read(
                            "page",
                            new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))))
            .build()) {
      return Targets.read(
          context.getEnvironment().start(), new SecretSource(name -> SECRET), new Channels(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
