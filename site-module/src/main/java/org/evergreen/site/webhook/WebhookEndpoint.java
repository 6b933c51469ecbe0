package org.evergreen.site.webhook;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.evergreen.webhook.WebhookReceipt;
import org.evergreen.webhook.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Answers {@code POST /webhooks/{gateway}} in front of all filters of the host: the signature is
 * over the exact bytes of the body, which a filter that looks for form fields would eat, and a
 * gateway has neither a session nor a form token.
 *
 * <table>
 *   <caption>Answers</caption>
 *   <tr><td>200</td><td>kept, or known already</td></tr>
 *   <tr><td>400</td><td>not signed, signed by somebody else, too old, from the future, cut off</td></tr>
 *   <tr><td>404</td><td>no such gateway, or its webhooks cannot be checked</td></tr>
 *   <tr><td>405</td><td>not POST</td></tr>
 *   <tr><td>413</td><td>larger than {@link Webhooks#LARGEST_BODY}; it is not read further</td></tr>
 *   <tr><td>503</td><td>could not be kept; the gateway sends it again</td></tr>
 * </table>
 */
public final class WebhookEndpoint extends OncePerRequestFilter {

  /** What the addresses begin with, from the application's root. */
  public static final String PATH = "/webhooks/";

  private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);

  /** Stripe signs in Stripe-Signature, and others do likewise; case does not matter in headers. */
  private static final String SIGNATURE = "-Signature";

  private final Supplier<Webhooks> webhooks;
  private final UrlPathHelper paths = new UrlPathHelper();

  /**
   * Answers webhooks.
   *
   * @param webhooks asked for with the first request
   */
  WebhookEndpoint(Supplier<Webhooks> webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Webhooks are posted.");
      return;
    }
    try {
      answer(response, receive(request));
    } catch (RuntimeException failure) {
      LOG.error(
          "A webhook could not be kept; the gateway will send it again: {}", failure.toString());
      LOG.debug("A webhook", failure);
      answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Please send it again later.");
    }
  }

  private WebhookReceipt receive(HttpServletRequest request) {
    String gateway = gateway(request);
    if (request.getContentLengthLong() > Webhooks.LARGEST_BODY) {
      return webhooks.get().tooLarge(gateway);
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(Webhooks.LARGEST_BODY + 1);
    } catch (IOException endedEarly) {
      return webhooks.get().cutOff(gateway);
    }
    return webhooks.get().receive(gateway, body, request.getHeader(gateway + SIGNATURE));
  }

  /** Empty for the address that names none. */
  private String gateway(HttpServletRequest request) {
    String path = paths.getPathWithinApplication(request);
    return path.startsWith(PATH) ? path.substring(PATH.length()) : "";
  }

  private static void answer(HttpServletResponse response, WebhookReceipt receipt)
      throws IOException {
    if (receipt instanceof WebhookReceipt.Refused refused) {
      answer(response, status(refused.reason()), refused.sentence());
    } else {
      answer(response, HttpServletResponse.SC_OK, "Thank you.");
    }
  }

  private static int status(WebhookReceipt.Reason reason) {
    return switch (reason) {
      case UNKNOWN_GATEWAY -> HttpServletResponse.SC_NOT_FOUND;
      case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
      case NOT_GENUINE -> HttpServletResponse.SC_BAD_REQUEST;
    };
  }

  private static void answer(HttpServletResponse response, int status, String sentence)
      throws IOException {
    byte[] text = sentence.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
