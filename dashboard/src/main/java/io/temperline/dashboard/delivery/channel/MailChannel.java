package io.temperline.dashboard.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Mails; all steps of an alert are one thread in the reader's mailbox. */
final class MailChannel implements Channel {

  private static final int FIRST_PERMANENT = 500;
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_DETAIL = 200;

  private final MailServer server;
  private final Session session;
  private final InternetAddress from;
  private final List<InternetAddress> to;
  private final Clock clock;

  MailChannel(MailServer server, InternetAddress from, List<InternetAddress> to, Clock clock) {
    this.server = server;
    this.session = Session.getInstance(server.properties());
    this.from = from;
    this.to = List.copyOf(to);
    this.clock = clock;
  }

  @Override
  public String address() {
    return "smtp://%s:%d".formatted(server.host(), server.port());
  }

  @Override
  public Answer deliver(Notice notice) {
    try (Transport transport = session.getTransport()) {
      transport.connect(
          server.login().map(MailServer.Login::user).orElse(null),
          server.login().map(login -> login.password().reveal()).orElse(null));
      MimeMessage message = message(notice);
      transport.sendMessage(message, message.getAllRecipients());
      return Answer.accepted("taken for %d recipients".formatted(to.size()));
    } catch (SendFailedException e) {
      return answer(e);
    } catch (MessagingException e) {
      return Answer.tryLater(words(e));
    }
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    Wording wording = new Wording(notice);
    Mail message = new Mail(session, id(notice.key()));
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
    message.setSubject(Wording.shortened(wording.headline(), LONGEST_SUBJECT), UTF_8.name());
    message.setText(text(notice, wording), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    String thread = id(notice.alertDigest());
    message.setHeader("References", thread);
    message.setHeader("In-Reply-To", thread);
    message.setHeader("Auto-Submitted", "auto-generated"); // no "I am on holiday" comes back
    message.saveChanges();
    return message;
  }

  private static String text(Notice notice, Wording wording) {
    String facts =
        wording.facts().entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("\n"));
    return Stream.of(
            Optional.of(wording.headline() + "\n" + wording.summary()),
            Optional.of(facts),
            notice.page().map(page -> "The call: " + page))
        .flatMap(Optional::stream)
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String id(String name) {
    String address = from.getAddress();
    return "<%s@%s>".formatted(name, address.substring(address.indexOf('@') + 1));
  }

  /** What some of the recipients got must not be sent again. */
  private Answer answer(SendFailedException e) {
    int reached = e.getValidSentAddresses() == null ? 0 : e.getValidSentAddresses().length;
    if (reached > 0) {
      return Answer.accepted(
          "taken for %d of %d recipients: %s".formatted(reached, to.size(), words(e)));
    }
    List<Throwable> permanent =
        Stream.<Throwable>iterate(e, cause -> cause != null, MailChannel::next)
            .filter(cause -> code(cause) >= FIRST_PERMANENT)
            .toList();
    if (permanent.isEmpty()) {
      return Answer.tryLater(words(e));
    }
    return permanent.stream().anyMatch(MailChannel::isOfAddress)
        ? Answer.turnedAway(words(e))
        : Answer.refused(words(e));
  }

  /** The server's answer to each address hangs at the one before it. */
  private static Throwable next(Throwable error) {
    return error instanceof MessagingException e ? e.getNextException() : null;
  }

  /** Sender and recipients are the same for every mail. */
  private static boolean isOfAddress(Throwable error) {
    return error instanceof SMTPAddressFailedException
        || error instanceof SMTPSenderFailedException;
  }

  private static int code(Throwable error) {
    if (error instanceof SMTPAddressFailedException e) {
      return e.getReturnCode();
    } else if (error instanceof SMTPSenderFailedException e) {
      return e.getReturnCode();
    } else if (error instanceof SMTPSendFailedException e) {
      return e.getReturnCode();
    }
    return 0;
  }

  private String words(MessagingException e) {
    String words =
        Stream.<Throwable>iterate(e, cause -> cause != null, MailChannel::next)
            .map(cause -> String.valueOf(cause.getMessage()))
            .distinct()
            .collect(Collectors.joining("; "))
            .replaceAll("[\\s\\p{Cntrl}]+", " ")
            .strip();
    String clean =
        server.login().map(l -> words.replace(l.password().reveal(), "***")).orElse(words);
    return Wording.shortened(clean, LONGEST_DETAIL);
  }

  /** A mail whose id is ours: the same at each attempt. */
  private static final class Mail extends MimeMessage {

    private final String id;

    Mail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
