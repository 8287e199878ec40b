package io.temperline.dashboard.delivery;

import io.temperline.dashboard.delivery.Target.Kind;
import io.temperline.dashboard.delivery.channel.Channel;
import io.temperline.dashboard.delivery.channel.Channels;
import io.temperline.dashboard.delivery.channel.MailServer;
import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.dashboard.settings.Secret;
import io.temperline.dashboard.settings.Settings;
import io.temperline.schemas.Severity;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a target of its settings. */
final class TargetReader {

  private static final Set<Step> STEPS =
      EnumSet.of(Step.RAISED, Step.WORSE, Step.GOES_ON, Step.CLEARED);

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

  /** Longer, and Kafka would take us for dead; a mail may take several times as long. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration A_MOMENT = Duration.ofMillis(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST = 1000;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

  private final Channels channels;
  private final URI source;
  private final Settings settings;

  TargetReader(Channels channels, URI source, Settings settings) {
    this.channels = channels;
    this.source = source;
    this.settings = settings;
  }

  Kind kind() {
    return settings.choice(
        "kind", settings.required("kind", Settings.words(Kind.class)), Kind.class);
  }

  /**
   * @throws Settings.UnusableSettingException where it cannot be made
   */
  Target read(String name) {
    Kind kind = kind();
    return new Target(name, kind, channel(kind), filter(kind), retry(), circuit());
  }

  private Channel channel(Kind kind) {
    Duration timeout = settings.duration("timeout", TIMEOUT, SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
    return switch (kind) {
      case WEBHOOK -> webhook(timeout);
      case SLACK -> channels.slack(settings.secretAddress("url"), timeout);
      case PAGERDUTY ->
          channels.pagerDuty(
              settings.address("url").orElse(Channels.PAGER_DUTY),
              settings.requiredSecret("routing-key"),
              timeout);
      case MAIL -> mail(timeout);
    };
  }

  private Channel webhook(Duration timeout) {
    settings.required("url", "the address to post to");
    URI url = settings.address("url").orElseThrow();
    Secret secret = settings.requiredSecret("secret");
    try {
      return channels.webhook(url, secret, source, timeout);
    } catch (IllegalArgumentException e) {
      throw settings.problem("secret", e.getMessage());
    }
  }

  private Channel mail(Duration timeout) {
    String host = settings.required("host", "the mail server's name");
    MailServer.Security security =
        settings.choice("security", MailServer.Security.class, MailServer.Security.STARTTLS);
    int port = settings.number("port", security.port(), 1, HIGHEST_PORT);
    return channels.mail(
        new MailServer(host, port, security, login(security), timeout), from(), to());
  }

  private Optional<MailServer.Login> login(MailServer.Security security) {
    Optional<String> user = settings.text("user");
    Optional<Secret> password = settings.secret("password");
    if (user.isPresent() != password.isPresent()) {
      throw settings.problem(
          user.isPresent() ? "password" : "user", "is missing: give user and password, or neither");
    }
    if (user.isPresent() && security == MailServer.Security.NONE) {
      throw settings.problem(
          "security", "is 'none' and would send the password in the clear: give starttls or tls");
    }
    return user.map(name -> new MailServer.Login(name, password.orElseThrow()));
  }

  private InternetAddress from() {
    return mailAddress("from", settings.required("from", "the address that mails come from"));
  }

  private List<InternetAddress> to() {
    settings.required("to", "the addresses that mails go to");
    return settings.list("to").stream().map(address -> mailAddress("to", address)).toList();
  }

  private InternetAddress mailAddress(String key, String value) {
    try {
      InternetAddress address = new InternetAddress(value, true);
      if (address.getAddress().contains("@")) {
        return address;
      }
    } catch (AddressException e) {
      // said below
    }
    throw settings.problem(key, "is '%s': give a mail address, NAME@HOST".formatted(value));
  }

  private Filter filter(Kind kind) {
    return new Filter(
        settings.choice("filter.severity", Severity.class, Severity.INFO),
        steps(kind),
        Set.copyOf(settings.list("filter.queues")),
        languages(),
        Set.copyOf(settings.list("filter.rules")),
        settings.map("filter.labels"));
  }

  private Set<Step> steps(Kind kind) {
    List<String> words = settings.list("filter.steps");
    if (words.isEmpty()) {
      return kind == Kind.PAGERDUTY ? with(STEPS, Step.ACKNOWLEDGED) : STEPS;
    }
    Set<Step> steps =
        words.stream()
            .map(word -> settings.choice("filter.steps", word, Step.class))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    for (Step step : steps) {
      if (kind == Kind.PAGERDUTY && !Channels.pagerDutyKnows(step)) {
        throw settings.problem(
            "filter.steps",
            "has '%s', for which PagerDuty has no event: leave it out".formatted(step.word()));
      }
    }
    return steps;
  }

  private static Set<Step> with(Set<Step> steps, Step another) {
    Set<Step> more = EnumSet.copyOf(steps);
    more.add(another);
    return more;
  }

  private List<String> languages() {
    List<String> languages = new ArrayList<>(settings.list("filter.languages"));
    for (String language : languages) {
      if (!LANGUAGE.matcher(language).matches()) {
        throw settings.problem(
            "filter.languages",
            "has '%s': give language tags such as de or \"no\", in quotes".formatted(language));
      }
    }
    return languages;
  }

  private RetryPlan retry() {
    RetryPlan plan =
        new RetryPlan(
            settings.number("retry.attempts", 12, 1, MOST),
            settings.duration("retry.first-wait", Duration.ofSeconds(1), A_MOMENT, A_DAY),
            settings.duration("retry.longest-wait", Duration.ofMinutes(5), A_MOMENT, A_DAY));
    if (plan.firstWait().compareTo(plan.longestWait()) > 0) {
      throw settings.problem(
          "retry.first-wait", "is longer than retry.longest-wait: give a shorter one");
    }
    return plan;
  }

  private CircuitPlan circuit() {
    return new CircuitPlan(
        settings.number("circuit.failures", 5, 1, MOST),
        settings.duration("circuit.open-for", Duration.ofSeconds(30), A_MOMENT, A_DAY));
  }
}
