package io.handrail.chatbot.alert;

import io.handrail.chatbot.alert.SmtpCourier.MailServer;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which ways lead out of the house. None does until it is set up.
 *
 * @param mail {@code HANDRAIL_SMTP_URL} and {@code HANDRAIL_MAIL_FROM}
 * @param webhook {@code HANDRAIL_ALERT_WEBHOOK_URL} and {@code HANDRAIL_ALERT_WEBHOOK_SECRET}
 * @param portal {@code HANDRAIL_PORTAL_URL}, as staff reach the portal; what alerts link to
 */
public record AlertSettings(
    Optional<MailServer> mail, Optional<Webhook> webhook, Optional<URI> portal) {
  private static final int SECRET_MIN = 16;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  record Webhook(URI address, String secret) {
    @Override
    public String toString() {
      return "a webhook"; // so that no log can ever show the secret
    }
  }

  /**
   * @param portalPort where the portal listens on this machine; 0 when that is not known
   * @throws IllegalArgumentException naming the setting that cannot be used, never its value
   */
  public static AlertSettings read(Map<String, String> environment, int portalPort) {
    Optional<URI> portal =
        given(environment, "HANDRAIL_PORTAL_URL")
            .map(text -> uri(text.replaceAll("/+$", ""), "HANDRAIL_PORTAL_URL", "http", "https"))
            .or(() ->
                portalPort == 0
                    ? Optional.empty()
                    : Optional.of(URI.create("http://localhost:" + portalPort)));
    return new AlertSettings(mail(environment), webhook(environment), portal);
  }

  private static Optional<MailServer> mail(Map<String, String> environment) {
    Optional<String> url = given(environment, "HANDRAIL_SMTP_URL");
    if (url.isEmpty()) return Optional.empty();
    URI at = uri(url.get(), "HANDRAIL_SMTP_URL", "smtp", "smtps");
    boolean tls = at.getScheme().equals("smtps");
    String from =
        given(environment, "HANDRAIL_MAIL_FROM")
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "HANDRAIL_MAIL_FROM must name the sender when HANDRAIL_SMTP_URL is set"));
    try {
      var unused = new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("HANDRAIL_MAIL_FROM is not an e-mail address");
    }
    int port = at.getPort() > 0 ? at.getPort() : tls ? 465 : 587;
    String[] who = at.getRawUserInfo() == null ? new String[0] : at.getRawUserInfo().split(":", 2);
    return Optional.of(
        new MailServer(
            at.getHost(),
            port,
            tls,
            who.length > 0 ? Optional.of(decoded(who[0])) : Optional.empty(),
            who.length > 1 ? decoded(who[1]) : "",
            from));
  }

  private static Optional<Webhook> webhook(Map<String, String> environment) {
    Optional<String> url = given(environment, "HANDRAIL_ALERT_WEBHOOK_URL");
    if (url.isEmpty()) return Optional.empty();
    URI at = uri(url.get(), "HANDRAIL_ALERT_WEBHOOK_URL", "https", "http");
    if (at.getScheme().equals("http") && !loopback(at.getHost())) {
      throw new IllegalArgumentException(
          "HANDRAIL_ALERT_WEBHOOK_URL must begin with https, unless it stays on this machine");
    }
    String secret = given(environment, "HANDRAIL_ALERT_WEBHOOK_SECRET").orElse("");
    if (secret.length() < SECRET_MIN) {
      throw new IllegalArgumentException(
          "HANDRAIL_ALERT_WEBHOOK_SECRET must be at least " + SECRET_MIN + " characters long");
    }
    return Optional.of(new Webhook(at, secret));
  }

  List<Courier> couriers(Clock clock) {
    var couriers = new ArrayList<Courier>();
    mail.ifPresent(server -> couriers.add(new SmtpCourier(server, clock)));
    webhook.ifPresent(
        hook -> couriers.add(new WebhookCourier(hook.address(), hook.secret(), clock)));
    return List.copyOf(couriers);
  }

  /**
   * What every node must have alike, by its name in plain English. It holds secrets: to be compared
   * only, and never stored or shown.
   */
  Map<String, String> alike() {
    return Map.of(
        "e-mail",
        mail.map(m -> List.of(m.host(), m.port(), m.tls(), m.user(), m.password(), m.from()))
            .map(List::toString)
            .orElse(""),
        "webhook",
        webhook.map(hook -> hook.address() + "\n" + hook.secret()).orElse(""),
        "the portal's address",
        portal.map(URI::toString).orElse(""));
  }

  static boolean loopback(String host) {
    return LOOPBACK.contains(host);
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static URI uri(String text, String name, String... schemes) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && List.of(schemes).contains(uri.getScheme())) return uri;
    } catch (IllegalArgumentException e) {
      // Not chained: its message quotes the text, which may hold a password.
    }
    throw new IllegalArgumentException(
        name + " must be an address that begins with " + String.join(":// or ", schemes) + "://");
  }

  private static String decoded(String part) {
    // A plus stays a plus: it is a space in forms only.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
