package io.temperline.dashboard.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.temperline.dashboard.delivery.AlertStory;
import io.temperline.dashboard.delivery.TestClock;
import io.temperline.dashboard.delivery.channel.Answer.Kind;
import io.temperline.dashboard.delivery.channel.MailServer.Login;
import io.temperline.dashboard.delivery.channel.MailServer.Security;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Login LOGIN = new Login("temperline", new Secret("s3cret"));

  @RegisterExtension
  private final GreenMailExtension mailbox =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withUser("temperline", "s3cret"));

  private final AlertStory call = new AlertStory("ada");

  @Test
  void isAPlainTextInUtf8ForAllRecipients() throws Exception {
    Escalation alert =
        call.step(EscalationStatus.RAISED, 10)
            .setAnnotations(Map.of("summary", "Ärger 0,80 – 5 s"))
            .build();

    assertThat(send(alert).kind()).isEqualTo(Kind.ACCEPTED);

    assertThat(mailbox.getReceivedMessages()).hasSize(2);
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Critical: sustained-anger on call ada, queue Billing");
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat((String) mail.getContent())
        .contains(
            "Ärger 0,80 – 5 s", "What to do: Listen in", "https://temperline.example/calls/ada");
    assertThat(mail.getFrom()).containsExactly(new InternetAddress("alerts@temperline.example"));
    assertThat(mail.getAllRecipients())
        .containsExactly(
            new InternetAddress("a@example.org"), new InternetAddress("b@example.org"));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void allStepsAreOneThreadAndEachKeepsItsIdWhenItIsSentAgain() throws Exception {
    send(call.raised());
    send(call.raised());
    send(call.cleared(40));

    MimeMessage[] mails = mailbox.getReceivedMessages(); // those of one recipient, then the other's
    MimeMessage first = mails[0];
    MimeMessage again = mails[1];
    MimeMessage cleared = mails[2];
    assertThat(first.getMessageID())
        .matches("<[0-9a-f]{32}@temperline.example>")
        .isEqualTo(again.getMessageID())
        .isNotEqualTo(cleared.getMessageID());
    assertThat(first.getHeader("References")).isEqualTo(cleared.getHeader("References"));
    assertThat(cleared.getSubject()).startsWith("Cleared: ");
    assertThat((String) cleared.getContent()).contains("Why: the caller has calmed down");
  }

  @Test
  void aRuleCannotAddHeaders() throws Exception {
    send(call.step(EscalationStatus.RAISED, 10).setRule("x\r\nBcc: c@example.org\r\n\r\n").build());

    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mailbox.getReceivedMessages()).hasSize(2);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).contains("x Bcc: c@example.org");
  }

  @Test
  void aWrongPasswordIsToldAboutWithoutIt() throws Exception {
    Login wrong = new Login("temperline", new Secret("wr0ng"));

    Answer answer = channel(Security.NONE, Optional.of(wrong)).deliver(notice(call.raised()));

    assertThat(answer.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(answer.detail()).isNotBlank().doesNotContain("wr0ng").doesNotContain("\n");
  }

  @Test
  void aServerThatDoesNotEncryptGetsNoMailWhereThatIsAskedFor() throws Exception {
    Answer answer = channel(Security.STARTTLS, Optional.of(LOGIN)).deliver(notice(call.raised()));

    assertThat(answer.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(answer.detail()).contains("STARTTLS");
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsTriedAgain() throws Exception {
    Channel channel = channel(Security.NONE, Optional.empty());
    mailbox.stop();

    assertThat(channel.deliver(notice(call.raised())).kind()).isEqualTo(Kind.TRY_LATER);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550, TURNED_AWAY",
    "RCPT, 550, TURNED_AWAY",
    "RCPT, 450, TRY_LATER",
    "., 554, REFUSED",
    "., 451, TRY_LATER"
  })
  void whatTheServerRefusesSaysWhetherAnotherMailMayPass(String step, int code, Kind kind)
      throws Exception {
    try (RefusingMailServer server = new RefusingMailServer(step, code)) {
      Channel channel = channel(server.port(), Security.NONE, Optional.empty());
      Answer answer = channel.deliver(notice(call.raised()));
      assertThat(answer.kind()).as(answer.detail()).isEqualTo(kind);
    }
  }

  private Answer send(Escalation alert) throws Exception {
    return channel(Security.NONE, Optional.of(LOGIN)).deliver(notice(alert));
  }

  private Channel channel(Security security, Optional<Login> login) throws Exception {
    return channel(mailbox.getSmtp().getPort(), security, login);
  }

  private static Channel channel(int port, Security security, Optional<Login> login)
      throws Exception {
    return new Channels(new TestClock())
        .mail(
            new MailServer("127.0.0.1", port, security, login, TIMEOUT),
            new InternetAddress("alerts@temperline.example"),
            List.of(new InternetAddress("a@example.org"), new InternetAddress("b@example.org")));
  }

  private static Notice notice(Escalation alert) {
    return Notice.of(
        Step.of(alert).orElseThrow(), alert, Optional.of(URI.create("https://temperline.example")));
  }
}
