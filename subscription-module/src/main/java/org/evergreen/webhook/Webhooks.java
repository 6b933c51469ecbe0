package org.evergreen.webhook;

import java.util.Optional;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.WebhookMessage;
import org.evergreen.payment.WebhookReading;
import org.evergreen.time.ShopTime;
import org.evergreen.webhook.WebhookReceipt.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes webhooks in: checks them and keeps them once. */
public class Webhooks {

  /** The most bytes that a body may have; the events of gateways have a few thousand. */
  public static final int LARGEST_BODY = 512 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private static final String NAME = "[a-z0-9-]{1,32}";
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_TYPE = 80;

  private final Gateways gateways;
  private final WebhookHandlers handlers;
  private final WebhookRows rows;
  private final ShopTime time;

  Webhooks(Gateways gateways, WebhookHandlers handlers, WebhookRows rows, ShopTime time) {
    this.gateways = gateways;
    this.handlers = handlers;
    this.rows = rows;
    this.time = time;
  }

  /**
   * Takes a webhook in. What is accepted is committed; it is worked off by {@link
   * WebhookProcessing}, not here. An event of a type that the shop does not use is kept as ignored.
   * Every refusal is one line in the log.
   *
   * @param gateway the name in the address that it was sent to
   * @param body exactly as it came
   * @param signature value of the gateway's signature header; empty if there is none
   * @throws org.springframework.dao.DataAccessException if it could not be kept, so that the
   *     gateway has to send it again
   */
  public WebhookReceipt receive(String gateway, byte[] body, String signature) {
    Optional<PaymentGateway> sender = gateways.find(gateway);
    if (sender.isEmpty()) {
      return refused(gateway, Reason.UNKNOWN_GATEWAY, "The shop has no such gateway");
    }
    if (body.length > LARGEST_BODY) {
      return tooLarge(gateway);
    }
    WebhookReading reading = sender.get().read(new WebhookMessage(body, signature));
    if (reading instanceof WebhookReading.Refused refused) {
      return refused(gateway, reason(refused), refused.text());
    }
    GatewayEvent event = ((WebhookReading.Genuine) reading).event();
    return fits(event)
        ? keep(gateway, event)
        : refused(gateway, Reason.NOT_GENUINE, "Its keys are longer than any");
  }

  /** Refuses a webhook of which it is known before it was read that it is too large. */
  public WebhookReceipt tooLarge(String gateway) {
    return refused(gateway, Reason.TOO_LARGE, "Its body has more than " + LARGEST_BODY + " bytes");
  }

  /** Refuses a webhook whose body ended early. */
  public WebhookReceipt cutOff(String gateway) {
    return refused(gateway, Reason.NOT_GENUINE, "Its body was cut off on the way");
  }

  private WebhookReceipt keep(String gateway, GatewayEvent event) {
    boolean wanted = handlers.of(gateway, event.type()).isPresent();
    boolean first = rows.keep(gateway, event, wanted, time.now());
    if (!first) {
      LOG.debug("Webhook {} {} of {} came again", event.type(), event.id(), gateway);
    } else if (!wanted) {
      LOG.info("Webhook {} of {} is of type {}, unused here", event.id(), gateway, event.type());
    }
    return new WebhookReceipt.Accepted(first);
  }

  /**
   * Has an event worked off again by the next run: one that failed, after what was in its way is
   * gone, or any other, which does no harm.
   *
   * @return false if there is no such event, or no longer
   */
  public boolean again(long event) {
    return rows.again(event, time.now());
  }

  private static boolean fits(GatewayEvent event) {
    return event.id().length() <= LONGEST_KEY
        && event.objectId().length() <= LONGEST_KEY
        && event.type().length() <= LONGEST_TYPE;
  }

  private static Reason reason(WebhookReading.Refused refused) {
    return switch (refused.reason()) {
      case NOT_SET_UP -> Reason.UNKNOWN_GATEWAY;
      case TOO_LARGE -> Reason.TOO_LARGE;
      default -> Reason.NOT_GENUINE;
    };
  }

  private static WebhookReceipt refused(String gateway, Reason reason, String sentence) {
    LOG.warn("Webhook to {} refused: {}", shown(gateway), sentence);
    return new WebhookReceipt.Refused(reason, sentence);
  }

  /** Whoever calls may name the gateway; nothing but a name gets into the log. */
  private static String shown(String gateway) {
    return gateway.matches(NAME) ? "'" + gateway + "'" : "an odd address";
  }
}
