package org.evergreen.payment.stripe.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The script that stands in for Stripe's in pages. */
final class StandIn {

  private static final String FIRST_LINE = "// Stands in for Stripe.js";

  private StandIn() {}

  static Answer script(URI stripe) {
    try (InputStream script = StandIn.class.getResourceAsStream("/stripe/stand-in.js")) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Answer.text(FIRST_LINE + "\n" + text.replace("{stripe}", stripe.toString()));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static boolean isScript(Answer answer) {
    return answer.body().startsWith(FIRST_LINE);
  }
}
