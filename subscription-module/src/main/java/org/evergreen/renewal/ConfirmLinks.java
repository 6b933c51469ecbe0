package org.evergreen.renewal;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evergreen.payment.ChargeId;
import org.evergreen.time.ShopTime;

/**
 * Links in e-mails with which a shopper confirms one payment with his bank without signing in. A
 * link is signed with a key of the shop (HMAC-SHA256), names a charge, and expires. Whoever has it
 * can do no more than confirm that payment.
 */
public class ConfirmLinks {

  /** Path of the page that a link leads to, from the shop's root. */
  public static final String PATH = "/account/payments/confirm";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE =
      "evergreen confirm link 1".getBytes(StandardCharsets.US_ASCII);
  private static final int CLAIMS = 2 * Long.BYTES;
  private static final int SIGNATURE = 32;
  private static final String TOKEN = "[A-Za-z0-9_-]{64}";

  private final LinkKey key;
  private final ConfirmLinkSettings settings;
  private final ShopTime time;

  /** What a link says. */
  public sealed interface Reading {

    /**
     * It was made by this shop and holds.
     *
     * @param until when it expires
     */
    record Valid(ChargeId charge, Instant until) implements Reading {}

    /** It was made by this shop and has expired. */
    record Expired(ChargeId charge) implements Reading {}

    /** This shop did not make it, or it was changed or cut off. */
    record Unknown() implements Reading {}
  }

  ConfirmLinks(LinkKey key, ConfirmLinkSettings settings, ShopTime time) {
    this.key = key;
    this.settings = settings;
    this.time = time;
  }

  /** The whole address, to be written in an e-mail; it holds from now on. */
  public URI link(ChargeId charge) {
    String shop = settings.shopUrl().toString().replaceAll("/+$", "");
    return URI.create(shop + PATH + "?token=" + token(charge));
  }

  /** The link without the shop's address: 64 letters, digits, hyphens and underscores. */
  public String token(ChargeId charge) {
    byte[] claims =
        ByteBuffer.allocate(CLAIMS)
            .putLong(charge.value())
            .putLong(time.now().plus(settings.life()).getEpochSecond())
            .array();
    byte[] signed =
        ByteBuffer.allocate(CLAIMS + SIGNATURE).put(claims).put(signature(claims)).array();
    return Base64.getUrlEncoder().encodeToString(signed);
  }

  /** Reads what came with a request, which may be anything. */
  public Reading read(String token) {
    if (token == null || !token.matches(TOKEN)) {
      return new Reading.Unknown();
    }
    ByteBuffer signed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    byte[] claims = new byte[CLAIMS];
    byte[] signature = new byte[SIGNATURE];
    signed.get(claims).get(signature);
    if (!MessageDigest.isEqual(signature, signature(claims))) {
      return new Reading.Unknown();
    }
    ByteBuffer claimed = ByteBuffer.wrap(claims);
    ChargeId charge = new ChargeId(claimed.getLong());
    Instant until = Instant.ofEpochSecond(claimed.getLong());
    return time.now().isBefore(until)
        ? new Reading.Valid(charge, until)
        : new Reading.Expired(charge);
  }

  private byte[] signature(byte[] claims) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      mac.update(PURPOSE);
      return mac.doFinal(claims);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
    }
  }
}
