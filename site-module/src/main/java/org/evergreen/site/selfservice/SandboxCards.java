package org.evergreen.site.selfservice;

import java.util.Arrays;
import java.util.List;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.sandbox.SandboxCard;

/** The test cards, when new payment methods go to the sandbox. */
final class SandboxCards implements NewCards {
  private static final String SANDBOX = "sandbox";

  private final Gateways gateways;

  SandboxCards(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public List<NewCard> offered() {
    return gateways.forNewMethods().name().equals(SANDBOX)
        ? Arrays.stream(SandboxCard.values()).map(SandboxCards::card).toList()
        : List.of();
  }

  private static NewCard card(SandboxCard card) {
    return new NewCard(
        card.token(),
        card.label(),
        new MethodDetails(card.brand(), card.lastFour(), card.expiry()));
  }
}
