package org.evergreen.site.selfservice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.sandbox.SandboxCard;

/** What the gateway of new payment methods takes: its own form, or the sandbox's test cards. */
final class GatewayCards implements NewCards {
  private static final String SANDBOX = "sandbox";

  private final Gateways gateways;

  GatewayCards(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public List<NewCard> offered() {
    return gateways.forNewMethods().name().equals(SANDBOX)
        ? Arrays.stream(SandboxCard.values()).map(GatewayCards::card).toList()
        : List.of();
  }

  private static NewCard card(SandboxCard card) {
    return new NewCard(
        card.token(),
        card.label(),
        new MethodDetails(card.brand(), card.lastFour(), card.expiry()));
  }

  @Override
  public Optional<BrowserSide> form() {
    return gateways.forNewMethods().browserSide();
  }
}
