package org.evergreen.admin.subscription;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.evergreen.admin.AdminWords;
import org.evergreen.change.ChangeId;
import org.evergreen.change.Changes;
import org.evergreen.form.FieldViolation;
import org.evergreen.form.FormFields;
import org.evergreen.form.Typed;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundResult;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.MerchantCredits;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Credits, ends at once and changes that wait, as a merchant handles them. */
class MoneyDesk {

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{8,40}");
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_REASON = 300;

  private final SubscriptionCommands commands;
  private final MerchantCredits credits;
  private final RefundDesk refunds;
  private final Optional<Changes> changes;
  private final AdminWords words;

  MoneyDesk(
      SubscriptionCommands commands,
      MerchantCredits credits,
      RefundDesk refunds,
      Optional<Changes> changes,
      AdminWords words) {
    this.commands = commands;
    this.credits = credits;
    this.refunds = refunds;
    this.changes = changes;
    this.words = words;
  }

  /**
   * A refund as it was typed.
   *
   * @param amount blank for none
   * @param token of the form, so that sending it twice refunds once
   */
  record TypedRefund(String amount, String token) {}

  /** Gives a credit; the answer says so. */
  String credit(Subscription subscription, Actor actor, String typed, String note, String token) {
    Money amount = amount(typed, subscription.currency());
    String why = Typed.line(note);
    if (why.length() > LONGEST_NOTE) {
      throw new ActionRefusedException("Use at most " + LONGEST_NOTE + " characters for the note.");
    }
    credits.give(subscription.id(), actor, amount, why, reference(token));
    return words.money(amount) + " are credited to subscription " + subscription.id() + ".";
  }

  /** Ends it and gives money back if so typed; the answer says what came of it. */
  String cancelNow(
      Subscription subscription, Seen seen, Actor actor, String reason, TypedRefund typed) {
    String key = reference(typed.token());
    Optional<NewRefund> refund =
        typed.amount().isBlank()
            ? Optional.empty()
            : Optional.of(ofLastPayment(subscription, typed.amount(), key));
    commands.cancelNow(seen, actor, reason);
    String done = "Subscription " + subscription.id() + " is cancelled";
    return refund
        .map(wanted -> done + alsoRefunded(subscription, actor, wanted))
        .orElse(done + ".");
  }

  private NewRefund ofLastPayment(Subscription subscription, String typed, String key) {
    RefundDesk.Payment payment =
        refunds
            .lastPaid(subscription)
            .orElseThrow(() -> new ActionRefusedException("Nothing was paid; refund nothing."));
    return refunds.wanted(
        subscription,
        payment,
        OptionalLong.empty(),
        amount(typed, subscription.currency()),
        "Subscription " + subscription.id() + " cancelled",
        key);
  }

  /** The second half of a sentence that says what came of it. */
  private String alsoRefunded(Subscription subscription, Actor actor, NewRefund wanted) {
    RefundResult result = refunds.giveBack(subscription, actor, wanted);
    String amount = words.money(wanted.amount());
    if (result instanceof RefundResult.Refused refused) {
      return ", but " + amount + " are not refunded: " + refused.sentence();
    }
    return switch (((RefundResult.Entered) result).refund().state()) {
      case SUCCEEDED -> " and " + amount + " are refunded.";
      case FAILED -> ", but the gateway refused to refund " + amount + ".";
      case OPEN, PENDING -> " and the refund of " + amount + " is under way.";
    };
  }

  /** Gives a part of a payment back; the answer says what came of it. */
  String refund(
      Subscription subscription, RefundDesk.Payment payment, Actor actor, RefundForm form) {
    String why = Typed.line(form.reason());
    if (why.length() > LONGEST_REASON) {
      throw new ActionRefusedException(
          "Use at most " + LONGEST_REASON + " characters for the reason.");
    }
    NewRefund wanted =
        refunds.wanted(
            subscription,
            payment,
            line(form.line()),
            amount(form.amount(), payment.charge().amount().getCurrencyUnit()),
            why.isEmpty() ? "Refunded by the merchant" : why,
            reference(form.token()));
    RefundResult result = refunds.giveBack(subscription, actor, wanted);
    if (result instanceof RefundResult.Refused refused) {
      throw new ActionRefusedException(refused.sentence());
    }
    Refund refund = ((RefundResult.Entered) result).refund();
    String amount = words.money(wanted.amount());
    return switch (refund.state()) {
      case SUCCEEDED -> amount + " are refunded.";
      case OPEN, PENDING -> "The refund of " + amount + " is under way.";
      case FAILED ->
          throw new ActionRefusedException(
              "The gateway refused to refund " + amount + ". " + refund.problem().orElse(""));
    };
  }

  private static OptionalLong line(String typed) {
    if (typed.isBlank()) {
      return OptionalLong.empty();
    }
    if (!typed.matches("[1-9][0-9]{0,17}")) {
      throw new ActionRefusedException("Choose what it is for.");
    }
    return OptionalLong.of(Long.parseLong(typed));
  }

  /** Takes a change back that waits; the answer says so. */
  String withdraw(SubscriptionId subscription, long change, Actor actor) {
    boolean withdrawn =
        changes
            .map(known -> known.withdraw(subscription, new ChangeId(change), actor))
            .orElse(false);
    if (!withdrawn) {
      throw new ActionRefusedException(
          changes.flatMap(known -> known.toConfirm(subscription)).isPresent()
              ? "The gateway does not answer; the change waits on. Try again in a moment."
              : "This change does not wait any more.");
    }
    return "The change is withdrawn.";
  }

  private static String reference(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new ActionRefusedException("The form is incomplete; open the page again.");
    }
    return "merchant-" + token;
  }

  private static Money amount(String typed, CurrencyUnit currency) {
    FormFields fields = new FormFields();
    String what = "an amount in " + currency.getCode();
    Optional<Money> amount =
        fields
            .decimal("amount", typed, FormFields.MAX_AMOUNT, currency.getDecimalPlaces(), what)
            .map(value -> Money.of(currency, value.setScale(currency.getDecimalPlaces())));
    List<FieldViolation> violations = fields.violations();
    if (!violations.isEmpty()) {
      throw new ActionRefusedException(violations.get(0).message() + ".");
    }
    return amount
        .filter(Money::isPositive)
        .orElseThrow(() -> new ActionRefusedException("Enter " + what + " above zero."));
  }
}
