package org.evergreen.change;

import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.ConfirmingSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Ada has had Basic for half a month, and pays with a card whose bank asks. */
abstract class AskedAda {

  static ChangeShop shop;
  static AskingBank bank;

  SubscriptionId id;
  ChangeRequest plus;

  @BeforeAll
  static void open() {
    shop = new ChangeShop(ConfirmingSandbox.class);
    bank = new AskingBank(shop);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void adaPaysWithACardWhoseBankAsks() {
    shop.reset();
    id = shop.buys(shop.club, 1, shop.basic);
    plus = new ChangeRequest.SwitchPlan(shop.line(id), shop.plus);
    shop.payWith(SandboxCard.REQUIRES_AUTHENTICATION);
    shop.on("2026-04-16");
  }

  String plan() {
    return shop.get(id).lines().get(0).planName();
  }

  ChangeView change() {
    return shop.changes.of(id).get(0);
  }
}
