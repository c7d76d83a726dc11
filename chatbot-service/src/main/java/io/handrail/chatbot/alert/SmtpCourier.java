package io.handrail.chatbot.alert;

import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Fault;
import io.handrail.care.conversation.Level;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * E-mail by SMTP. The Message-ID is the letter's key, so a repeat is known to the reader's mail.
 */
final class SmtpCourier implements Courier {
  private static final String WAIT_MILLIS = "8000";

  private final MailServer server;
  private final Clock clock;
  private final Session session;

  /**
   * @param tls from the first byte; otherwise it is asked for once connected
   * @param user empty where the server asks for none
   */
  record MailServer(
      String host, int port, boolean tls, Optional<String> user, String password, String from) {
    @Override
    public String toString() {
      return "a mail server"; // so that no log can ever show the password
    }
  }

  SmtpCourier(MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    var settings = new Properties();
    settings.put("mail.smtp.host", server.host());
    settings.put("mail.smtp.port", Integer.toString(server.port()));
    settings.put("mail.smtp.connectiontimeout", WAIT_MILLIS);
    settings.put("mail.smtp.timeout", WAIT_MILLIS);
    settings.put("mail.smtp.writetimeout", WAIT_MILLIS);
    settings.put("mail.smtp.ssl.enable", Boolean.toString(server.tls()));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.starttls.enable", "true");
    boolean mustHide =
        server.user().isPresent() && !server.tls() && !AlertSettings.loopback(server.host());
    settings.put("mail.smtp.starttls.required", Boolean.toString(mustHide));
    settings.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
    this.session = Session.getInstance(settings);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Optional<Fault> carry(Letter letter) {
    if (letter.address().isEmpty()) return Optional.of(Fault.NO_ADDRESS);
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = written(letter);
      transport.connect(
          server.user().orElse(null), server.user().map(u -> server.password()).orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
      return Optional.empty();
    } catch (AddressException e) {
      return Optional.of(Fault.NO_ADDRESS);
    } catch (AuthenticationFailedException | SendFailedException e) {
      return Optional.of(Fault.REFUSED);
    } catch (MessagingException e) {
      return Optional.of(slow(e) ? Fault.SLOW : Fault.UNREACHABLE);
    }
  }

  private MimeMessage written(Letter letter) throws MessagingException {
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + letter.key() + "@alerts.handrail>");
          }
        };
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(
        RecipientType.TO, new InternetAddress(letter.address().orElseThrow(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.level() == Level.CRISIS) message.setHeader("Importance", "high");
    message.saveChanges();
    return message;
  }

  private static boolean slow(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) return true;
    }
    return false;
  }
}
