package io.temperline.dashboard.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.dashboard.settings.Secret;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the Standard Webhooks specification 1.0 says: HMAC-SHA256 over id, time and body.
 *
 * @see <a href="https://www.standardwebhooks.com">standardwebhooks.com</a>
 */
final class StandardSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String BASE64_PREFIX = "whsec_";

  /** What the specification asks for at least. */
  private static final int FEWEST_BYTES = 24;

  private final SecretKeySpec key;

  /**
   * @param secret {@code whsec_} and the key in Base64, or any text, whose bytes are the key
   * @throws IllegalArgumentException in words that go on after "the secret"
   */
  StandardSignature(Secret secret) {
    byte[] bytes = keyBytes(secret.reveal());
    if (bytes.length < FEWEST_BYTES) {
      throw new IllegalArgumentException(
          "has %d bytes and a signature needs %d or more: make one with 'openssl rand -base64 32'"
              .formatted(bytes.length, FEWEST_BYTES));
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  private static byte[] keyBytes(String secret) {
    if (!secret.startsWith(BASE64_PREFIX)) {
      return secret.getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(secret.substring(BASE64_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      // Its message would tell a part of the secret.
      throw new IllegalArgumentException(
          "begins with %s but goes on in what is no Base64".formatted(BASE64_PREFIX));
    }
  }

  /** The value of the header {@code webhook-signature}. */
  String of(String id, Instant sentAt, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes("%s.%d.".formatted(id, sentAt.getEpochSecond()).getBytes(UTF_8));
    signed.writeBytes(body);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
