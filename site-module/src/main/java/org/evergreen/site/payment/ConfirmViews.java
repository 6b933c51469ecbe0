package org.evergreen.site.payment;

import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeState;
import org.evergreen.change.ChangeView;
import org.evergreen.change.Changes;
import org.evergreen.notice.NoticeSettings;
import org.evergreen.payment.BrowserPayment;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Decline;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.site.payment.ConfirmView.Way;
import org.evergreen.site.words.SiteWords;
import org.springframework.http.HttpStatus;

/** Says where a payment stands, to somebody who may not have signed in. */
class ConfirmViews {
  private static final Way SIGN_IN =
      new Way("Sign in and pay in My Account", "/account/subscriptions");
  private static final Way ACCOUNT = new Way("My subscriptions", "/account/subscriptions");

  private final ShopperConfirmations confirmations;
  private final PaymentMethods methods;
  private final RenewalMonitor renewals;
  private final Changes changes;
  private final SiteWords words;
  private final String shop;

  ConfirmViews(
      ShopperConfirmations confirmations,
      PaymentMethods methods,
      RenewalMonitor renewals,
      Changes changes,
      SiteWords words,
      NoticeSettings notices) {
    this.confirmations = confirmations;
    this.methods = methods;
    this.renewals = renewals;
    this.changes = changes;
    this.words = words;
    this.shop = notices.shopName();
  }

  ConfirmView unknown() {
    return view(
        HttpStatus.NOT_FOUND,
        "This link does not work",
        "A part of it may be missing. Please open it from the e-mail once more, or sign in: My"
            + " Account shows whether something is still to be paid.");
  }

  ConfirmView expired() {
    return view(
        HttpStatus.GONE,
        "This link has expired",
        "Links in our e-mails hold for some days only. Please sign in: My Account shows whether"
            + " something is still to be paid.");
  }

  private static ConfirmView view(HttpStatus status, String title, String sentence) {
    return new ConfirmView(status, false, title, List.of(sentence), Optional.empty(), SIGN_IN);
  }

  /**
   * Where a charge stands.
   *
   * @param asked whether the shopper comes from his bank's question just now
   */
  ConfirmView of(Charge charge, boolean asked) {
    return switch (charge.state()) {
      case SUCCEEDED -> paid(charge, asked);
      case OPEN, SUBMITTED, PROCESSING -> underWay(charge);
      case ACTION_REQUIRED -> waiting(charge, asked);
      case DECLINED, CANCELED -> over(charge, asked);
    };
  }

  private ConfirmView paid(Charge charge, boolean asked) {
    String amount = words.money(charge.amount());
    Optional<ChangeView> change = changes.paidBy(charge);
    if (change.filter(view -> view.state() == ChangeState.REFUSED).isPresent()) {
      return good(
          "Your subscription stays as it is",
          amount
              + " was paid, but your subscription had changed meanwhile, so that the change you"
              + " asked for was not made. The whole amount is paid back.");
    }
    String done = change.isPresent() ? " Your subscription is changed." : "";
    return asked
        ? good("Paid, thank you", "Your bank has confirmed the payment of " + amount + "." + done)
        : good("This is paid already", amount + " was paid. There is nothing left to do.");
  }

  private static ConfirmView good(String title, String sentence) {
    return new ConfirmView(
        HttpStatus.OK, true, title, List.of(sentence), Optional.empty(), ACCOUNT);
  }

  private ConfirmView underWay(Charge charge) {
    return good(
        "Your bank is working on it",
        "The payment of "
            + words.money(charge.amount())
            + " is on its way. There is nothing left to do; nothing is charged twice.");
  }

  private ConfirmView waiting(Charge charge, boolean asked) {
    Optional<BrowserPayment> payment = confirmations.of(charge);
    String owed = shop + " asks for " + words.money(charge.amount()) + card(charge) + ".";
    String next =
        payment.isEmpty()
            ? "It cannot be confirmed on this page right now. Please sign in; in My Account you can"
                + " pay with this card or with another one."
            : "Your bank wants to know that it is you. It asks you on this page; "
                + shop
                + " sees"
                + " only its answer.";
    List<String> sentences =
        asked
            ? List.of("Your bank has not confirmed the payment yet. Nothing was charged.", owed)
            : List.of(owed, next);
    return new ConfirmView(
        HttpStatus.OK, false, "Confirm a payment with your bank", sentences, payment, SIGN_IN);
  }

  private String card(Charge charge) {
    return Optional.ofNullable(methods.byId(List.of(charge.method())).get(charge.method()))
        .map(PaymentMethod::details)
        .map(details -> " from " + words.method(details))
        .orElse("");
  }

  private ConfirmView notMade(Charge charge, boolean asked, String next, Way way) {
    String refused = charge.decline().map(Decline::message).orElse("");
    String sentence =
        words.money(charge.amount()) + " was not paid; nothing was charged. " + refused;
    String title = asked ? "Your bank did not confirm it" : "This payment was not made";
    return new ConfirmView(
        HttpStatus.OK, false, title, List.of(sentence.strip(), next), Optional.empty(), way);
  }

  private ConfirmView over(Charge charge, boolean asked) {
    if (changes.paidBy(charge).isPresent()) {
      return notMade(charge, asked, "Your subscription stays as it is.", ACCOUNT);
    }
    Optional<RenewalGroupView> group = RenewalGroupId.of(charge.subject()).flatMap(renewals::of);
    Optional<RenewalGroupStatus> status = group.map(RenewalGroupView::status);
    if (status.filter(RenewalGroupStatus.PAID::equals).isPresent()) {
      return good("This is paid already", "It was paid in another way. There is nothing to do.");
    }
    if (status.filter(RenewalGroupStatus.OPEN::equals).isPresent()) {
      return underWay(charge);
    }
    if (status.filter(RenewalGroupStatus.CANCELED::equals).isPresent()) {
      return asked
          ? notMade(charge, true, "Nothing is owed for it any more.", ACCOUNT)
          : good("Nothing is owed any more", "This payment is not wanted any more.");
    }
    String next =
        group.isEmpty()
            ? "Please sign in to see whether something is still to be paid."
            : "Please sign in and pay with this card or with another one.";
    return notMade(charge, asked, next, SIGN_IN);
  }
}
