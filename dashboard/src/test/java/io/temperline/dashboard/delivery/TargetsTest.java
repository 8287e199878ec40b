package io.temperline.dashboard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.temperline.dashboard.delivery.channel.Channels;
import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.dashboard.settings.SecretSource;
import io.temperline.schemas.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be set for a target, and what is said where it cannot be used. */
class TargetsTest {

  private static final String KEY = "a-secret-of-some-length-0123456789";

  @TempDir private Path folder;

  private final Map<String, String> environmentVariables = new HashMap<>();
  private final Map<String, Object> settings = new HashMap<>();
  private final Map<String, Object> deployment = new HashMap<>();

  @Test
  void withoutSettingsNobodyIsTold() {
    assertThat(read().all()).isEmpty();
  }

  @Test
  void aWebhookNeedsAnAddressAndASecret() {
    webhook("crm");

    Target target = read().named("crm").orElseThrow();

    assertThat(target.kind()).isEqualTo(Target.Kind.WEBHOOK);
    assertThat(target.channel().address()).isEqualTo("https://crm.example");
    assertThat(target.filter())
        .isEqualTo(
            new Filter(
                Severity.INFO,
                Set.of(Step.RAISED, Step.WORSE, Step.GOES_ON, Step.CLEARED),
                Set.of(),
                List.of(),
                Set.of(),
                Map.of()));
    assertThat(target.retry())
        .isEqualTo(new RetryPlan(12, Duration.ofSeconds(1), Duration.ofMinutes(5)));
    assertThat(target.circuit()).isEqualTo(new CircuitPlan(5, Duration.ofSeconds(30)));
  }

  @Test
  void everythingElseCanBeSet() {
    webhook("crm");
    set("crm", "filter.severity", "critical");
    set("crm", "filter.steps", List.of("raised", "goes-on"));
    set("crm", "filter.queues", "Billing, Sales");
    set("crm", "filter.languages", List.of("de", "en-GB"));
    set("crm", "filter.rules", List.of("sustained-anger"));
    set("crm", "filter.labels.team", "gold");
    set("crm", "retry.attempts", 3);
    set("crm", "retry.firstWait", "2s");
    set("crm", "retry.longest-wait", "1m");
    set("crm", "circuit.failures", 2);
    set("crm", "circuit.open-for", "10s");
    settings.put("delivery.public-url", "https://temperline.example");

    Targets targets = read();

    assertThat(targets.dashboard()).hasValue(URI.create("https://temperline.example"));
    Target target = targets.named("crm").orElseThrow();
    assertThat(target.filter())
        .isEqualTo(
            new Filter(
                Severity.CRITICAL,
                Set.of(Step.RAISED, Step.GOES_ON),
                Set.of("Billing", "Sales"),
                List.of("de", "en-GB"),
                Set.of("sustained-anger"),
                Map.of("team", "gold")));
    assertThat(target.retry())
        .isEqualTo(new RetryPlan(3, Duration.ofSeconds(2), Duration.ofMinutes(1)));
    assertThat(target.circuit()).isEqualTo(new CircuitPlan(2, Duration.ofSeconds(10)));
  }

  @Test
  void pagerDutyIsToldWhoTakesCareToo() {
    set("pager", "kind", "pagerduty");
    secret("pager", "routing-key", KEY);

    Target target = read().named("pager").orElseThrow();

    assertThat(target.channel().address()).isEqualTo("https://events.pagerduty.com");
    assertThat(target.filter().steps()).contains(Step.ACKNOWLEDGED);
  }

  @Test
  void environmentVariablesCountForMoreThanTheFileAndCanMakeATarget() {
    webhook("crm");
    deployment.put("DELIVERY_TARGETS_CRM_URL", "https://other.example/alerts");
    deployment.put("DELIVERY_TARGETS_CRM_RETRY_FIRST_WAIT", "3s");
    deployment.put("DELIVERY_TARGETS_PAGER_KIND", "pagerduty");
    deployment.put("DELIVERY_TARGETS_PAGER_ROUTING_KEY", "env:PAGER");
    environmentVariables.put("PAGER", KEY);

    Targets targets = read();

    assertThat(targets.all()).extracting(Target::name).containsExactly("crm", "pager");
    Target crm = targets.named("crm").orElseThrow();
    assertThat(crm.channel().address()).isEqualTo("https://other.example");
    assertThat(crm.retry().firstWait()).hasSeconds(3);
  }

  @Test
  void noSecretShowsInATargetThatIsPrinted() {
    webhook("crm");
    set("ops", "kind", "mail");
    set("ops", "host", "mail.example");
    set("ops", "from", "temperline@example.org");
    set("ops", "to", "a@example.org");
    set("ops", "user", "temperline");
    secret("ops", "password", KEY);

    assertThat(read().toString()).contains("crm", "ops").doesNotContain(KEY);
  }

  @Test
  void aSecretMayLieInAFile() throws IOException {
    webhook("crm");
    set("crm", "secret", "file:" + Files.writeString(folder.resolve("secret"), KEY + "\n"));

    assertThat(read().all()).hasSize(1);
  }

  @Test
  void whatIsMissingIsNamed() {
    set("a", "url", "https://crm.example");
    set("b", "kind", "webhook");
    set("c", "kind", "webhook");
    set("c", "url", "https://crm.example");
    set("d", "kind", "slack");
    set("e", "kind", "pagerduty");
    set("f", "kind", "mail");

    assertThat(problems())
        .containsExactly(
            "delivery target a: kind is missing: give webhook, slack, pagerduty, mail",
            "delivery target b: url is missing: give the address to post to",
            "delivery target c: secret is missing: give env:NAME or file:PATH, where the secret is"
                + " kept",
            "delivery target d: url is missing: give env:NAME or file:PATH, where the secret is"
                + " kept",
            "delivery target e: routing-key is missing: give env:NAME or file:PATH, where the"
                + " secret is kept",
            "delivery target f: host is missing: give the mail server's name");
  }

  @Test
  void whatMeansNothingIsNamedWithWhatThereIs() {
    webhook("crm");
    set("crm", "secrets", "env:X");
    set("crm", "retry.tries", 7);
    settings.put("delivery.target.crm.kind", "webhook");

    assertThat(problems())
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "delivery.target.crm.kind means nothing: there are public-url and"
                            + " targets.NAME"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "delivery target crm: retry.tries means nothing for the kind webhook:"
                            + " there are circuit.failures, ")
                    .contains("retry.attempts", "secret"))
        .anySatisfy(
            line -> assertThat(line).startsWith("delivery target crm: secrets means nothing"));
  }

  @Test
  void aSecretThatIsWrittenOutIsRefusedAndNotRepeated() {
    webhook("crm");
    set("crm", "secret", KEY);
    set("team", "kind", "slack");
    set("team", "url", "https://hooks.slack.example/services/T0KEN");

    assertThat(problems())
        .hasSize(2)
        .allMatch(line -> line.contains("is written out in the settings"))
        .allMatch(line -> line.endsWith("give env:NAME or file:PATH"))
        .noneMatch(line -> line.contains(KEY) || line.contains("T0KEN"));
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    webhook("a");
    set("a", "secret", "env:NOT_THERE");
    webhook("b");
    set("b", "secret", "file:/not/there");
    webhook("c");
    secret("c", "secret", "short");

    assertThat(problems())
        .containsExactly(
            "delivery target a: secret names the environment variable NOT_THERE, which is not set:"
                + " set it",
            "delivery target b: secret names the file /not/there, which cannot be read"
                + " (NoSuchFileException): check path and permissions",
            "delivery target c: secret has 5 bytes and a signature needs 24 or more: make one with"
                + " 'openssl rand -base64 32'");
  }

  @Test
  void aValueThatCannotBeIsNamedWithWhatCan() {
    assertThat(problemWith("kind", "pager"))
        .isEqualTo("delivery target crm: kind is 'pager': give webhook, slack, pagerduty, mail");
    assertThat(problemWith("retry.attempts", "0"))
        .isEqualTo(
            "delivery target crm: retry.attempts is '0': give a whole number from 1 to 1000");
    assertThat(problemWith("retry.attempts", "ten")).contains("is 'ten': give a whole number");
    assertThat(problemWith("retry.first-wait", "soon"))
        .contains("retry.first-wait is 'soon': give a time from 1ms to 86400s, such as");
    assertThat(problemWith("retry.first-wait", "6m")).contains("longer than retry.longest-wait");
    assertThat(problemWith("timeout", "1h")).contains("timeout is '1h': give a time from 100ms");
    assertThat(problemWith("filter.severity", "high"))
        .endsWith("filter.severity is 'high': give info, warning, critical");
    assertThat(problemWith("filter.steps", "raised,over"))
        .contains("filter.steps is 'over': give raised, worse, better, goes-on, cleared");
    assertThat(problemWith("filter.languages", "false")).contains("in quotes");
    assertThat(problemWith("url", "ftp://crm.example")).contains("url is no address");
    assertThat(problemWith("url", "https://me:pw@crm.example"))
        .contains("without user and password")
        .doesNotContain("pw@");
    assertThat(problemWith("url", "crm")).contains("give https://HOST/PATH");
  }

  @Test
  void pagerDutyIsNotAskedForWhatItHasNoEventFor() {
    set("pager", "kind", "pagerduty");
    secret("pager", "routing-key", KEY);
    set("pager", "filter.steps", "raised, noted");

    assertThat(problems())
        .containsExactly(
            "delivery target pager: filter.steps has 'noted', for which PagerDuty has no event:"
                + " leave it out");
  }

  @Test
  void mailIsCheckedToo() {
    set("ops", "kind", "mail");
    set("ops", "host", "mail.example");
    set("ops", "from", "temperline");
    set("ops", "to", "a@example.org");
    assertThat(problems())
        .containsExactly(
            "delivery target ops: from is 'temperline': give a mail address, NAME@HOST");

    set("ops", "from", "temperline@example.org");
    set("ops", "user", "temperline");
    assertThat(problems())
        .containsExactly(
            "delivery target ops: password is missing: give user and password, or neither");

    secret("ops", "password", "pw");
    set("ops", "security", "none");
    assertThat(problems())
        .containsExactly(
            "delivery target ops: security is 'none' and would send the password in the clear: give"
                + " starttls or tls");

    set("ops", "security", "tls");
    assertThat(read().named("ops").orElseThrow().channel().address())
        .isEqualTo("smtp://mail.example:465");
  }

  @Test
  void aNameThatCannotBeAGroupsIsRefused() {
    webhook("Crm_1");

    assertThat(problems())
        .containsExactly(
            "delivery target Crm_1: its name is not usable: give lower-case letters, digits and"
                + " hyphens");
  }

  private void webhook(String name) {
    set(name, "kind", "webhook");
    set(name, "url", "https://crm.example/alerts");
    secret(name, "secret", KEY);
  }

  private void set(String target, String key, Object value) {
    settings.put("delivery.targets." + target + "." + key, value);
  }

  private void secret(String target, String key, String value) {
    String variable = target + "_" + key;
    environmentVariables.put(variable, value);
    set(target, key, "env:" + variable);
  }

  private String problemWith(String key, String value) {
    settings.clear();
    webhook("crm");
    set("crm", key, value);
    return String.join("\n", problems());
  }

  private List<String> problems() {
    return catchThrowableOfType(UnusableDeliveryException.class, this::read)
        .getMessage()
        .lines()
        .toList();
  }

  private Targets read() {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .propertySources(
                PropertySource.of("test", settings, EnvironmentPropertySource.POSITION - 10),
                new MapPropertySource("deployment", deployment) {
                  @Override
                  public PropertyConvention getConvention() {
                    return PropertyConvention.ENVIRONMENT_VARIABLE;
                  }

                  @Override
                  public int getOrder() {
                    return EnvironmentPropertySource.POSITION;
                  }
                })
            .build()) {
      Environment environment = context.getEnvironment().start();
      return Targets.read(
          environment, new SecretSource(environmentVariables::get), new Channels(new TestClock()));
    }
  }
}
