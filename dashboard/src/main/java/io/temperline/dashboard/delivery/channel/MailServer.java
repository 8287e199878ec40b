package io.temperline.dashboard.delivery.channel;

import io.temperline.dashboard.settings.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Where mail is handed in.
 *
 * @param timeout of connecting, and of each answer of the server
 */
public record MailServer(
    String host, int port, Security security, Optional<Login> login, Duration timeout) {

  /** How the connection is guarded: from its beginning, after a greeting, or not at all. */
  public enum Security {
    TLS(465),
    STARTTLS(587),
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /** The port that goes with it. */
    public int port() {
      return port;
    }
  }

  /** The name and the password that the server asks for. */
  public record Login(String user, Secret password) {}

  /** For Jakarta Mail, by its own names. */
  Properties properties() {
    String wait = Long.toString(timeout.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.connectiontimeout", wait);
    properties.setProperty("mail.smtp.timeout", wait);
    properties.setProperty("mail.smtp.writetimeout", wait);
    properties.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    // Asked for, never merely tried: else somebody in between could talk us out of it.
    String startTls = Boolean.toString(security == Security.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", startTls);
    properties.setProperty("mail.smtp.starttls.required", startTls);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.quitwait", "false"); // it has taken the mail by then
    // One address that does not exist must not keep the alert from the others.
    properties.setProperty("mail.smtp.sendpartial", "true");
    return properties;
  }
}
