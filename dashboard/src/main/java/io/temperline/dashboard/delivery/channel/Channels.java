package io.temperline.dashboard.delivery.channel;

import io.temperline.dashboard.settings.Secret;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Opens channels. What they have in common is one HTTP client. */
public final class Channels {

  /** Where PagerDuty takes events in, but for accounts in its European region. */
  public static final URI PAGER_DUTY = URI.create("https://events.pagerduty.com/v2/enqueue");

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          // An upgrade to version 2 that is asked for in the clear is not understood everywhere.
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public Channels(Clock clock) {
    this.clock = clock;
  }

  /**
   * Signed CloudEvents.
   *
   * @param source the events' source: which installation they come from
   * @throws IllegalArgumentException where no key can be made of the secret, in words that go on
   *     after "the secret"
   */
  public Channel webhook(URI uri, Secret secret, URI source, Duration timeout) {
    var shape = new CloudEventShape(new StandardSignature(secret), source, clock);
    return new HttpChannel(client, uri, timeout, shape, List.of(secret), clock);
  }

  /** Messages for an incoming webhook of Slack; its address is its secret. */
  public Channel slack(URI uri, Duration timeout) {
    return new HttpChannel(client, uri, timeout, new SlackShape(), List.of(), clock);
  }

  /** Events of PagerDuty's API v2. */
  public Channel pagerDuty(URI uri, Secret routingKey, Duration timeout) {
    var shape = new PagerDutyShape(routingKey);
    return new HttpChannel(client, uri, timeout, shape, List.of(routingKey), clock);
  }

  /** Whether PagerDuty can be told of the step. */
  public static boolean pagerDutyKnows(Step step) {
    return PagerDutyShape.knows(step);
  }

  /** Plain mails. */
  public Channel mail(MailServer server, InternetAddress from, List<InternetAddress> to) {
    return new MailChannel(server, from, to, clock);
  }
}
