package io.temperline.dashboard.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.Escalation;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of an alert, to be told to somebody.
 *
 * @param page where the dashboard shows the call, if it is known under which address people see it
 */
public record Notice(Step step, Escalation alert, Optional<URI> page) {

  private static final int DIGEST_BYTES = 16;

  /**
   * @param dashboard the address under which people see the dashboard
   */
  public static Notice of(Step step, Escalation alert, Optional<URI> dashboard) {
    return new Notice(step, alert, dashboard.map(address -> page(address, alert.getCallId())));
  }

  private static URI page(URI dashboard, String callId) {
    String id = URLEncoder.encode(callId, UTF_8).replace("+", "%20");
    return URI.create(dashboard.toString().replaceAll("/+$", "") + "/calls/" + id);
  }

  /**
   * The idempotency key: 32 hexadecimal digits that follow from the step alone, so that whoever is
   * told of it twice can drop the second.
   */
  public String key() {
    return digest(
        alert.getEscalationId(),
        alert.getStatus(),
        alert.getTurn(),
        alert.getAt().toEpochMilli(),
        alert.getEvidence().getLastWindow(),
        alert.getCommandId());
  }

  /** The alert's id where it is short enough for everybody, else digits that follow from it. */
  String alertKey(int longest) {
    String id = alert.getEscalationId();
    return id.length() <= longest ? id : digest(id);
  }

  /** As {@link #key()}, the same for all steps of the alert. */
  String alertDigest() {
    return digest(alert.getEscalationId());
  }

  /** The first half of the SHA-256 of the parts, each with its length. */
  private static String digest(Object... parts) {
    String all =
        Stream.of(parts)
            .map(String::valueOf)
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining());
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
