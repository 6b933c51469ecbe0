package org.evergreen.payment.stripe.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The script that stands in for Stripe's in pages, and the frame with its fields. */
final class StandIn {

  private static final String SCRIPT = "/js/v3";
  private static final String FORM = "/js/v3/form";

  private StandIn() {}

  static boolean has(String path) {
    return path.equals(SCRIPT) || path.equals(FORM);
  }

  static Answer answer(String path, URI stripe) {
    String file = path.equals(FORM) ? "stand-in-form.html" : "stand-in.js";
    return Answer.text(read(file).replace("{stripe}", stripe.toString()));
  }

  private static String read(String file) {
    try (InputStream text = StandIn.class.getResourceAsStream("/stripe/" + file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The type of what the double answers: mostly JSON. */
  static String typeOf(Answer answer) {
    String body = answer.body();
    if (body.startsWith("<")) {
      return "text/html";
    }
    return body.startsWith("//") ? "text/javascript" : "application/json";
  }
}
