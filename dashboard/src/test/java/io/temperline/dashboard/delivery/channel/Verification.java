package io.temperline.dashboard.delivery.channel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature as a receiver works it out, written from the specification alone. */
final class Verification {

  private Verification() {}

  static String signature(String secret, String id, String timestamp, byte[] body)
      throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.replaceFirst("whsec_", ""));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    content.write(body);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.toByteArray()));
  }
}
