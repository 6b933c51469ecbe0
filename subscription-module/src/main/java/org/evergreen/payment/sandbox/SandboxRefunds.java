package org.evergreen.payment.sandbox;

import java.util.Optional;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.sandbox.SandboxRefund.Outcome;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** The sandbox gateway's refunds: the card that was charged decides what becomes of them. */
final class SandboxRefunds {

  private static final String TOO_MUCH = "This is more than what is left of the charge.";
  private static final String NOT_TO_THIS_CARD = "The card's bank does not take refunds.";

  private final SandboxBooks books;
  private final ShopTime time;

  SandboxRefunds(SandboxBooks books, ShopTime time) {
    this.books = books;
    this.time = time;
  }

  RefundOutcome refund(RefundRequest request) {
    Optional<SandboxEntry> charge = books.find(request.charge().key());
    if (charge.isEmpty()) {
      return new RefundOutcome.Refused("There is no charge " + request.charge().key() + ".");
    }
    SandboxCard card = SandboxGateway.card(charge.get().methodToken());
    Optional<SandboxRefund> known = books.findRefund(request.key());
    if (known.isEmpty()) {
      return refundFirst(request, charge.get(), card);
    }
    requireSame(request, known.get());
    return outcome(
        known.get().isLost()
            ? books.replaceLostRefund(entry(request, decided(request, charge.get(), card)))
            : known.get());
  }

  private RefundOutcome refundFirst(RefundRequest request, SandboxEntry charge, SandboxCard card) {
    if (card == SandboxCard.TIMES_OUT_BEFORE_CHARGING) {
      books.keepRefund(entry(request, Outcome.LOST));
      return new RefundOutcome.Unknown("The request timed out");
    }
    SandboxRefund kept = books.keepRefund(entry(request, decided(request, charge, card)));
    return card == SandboxCard.TIMES_OUT_AFTER_CHARGING
        ? new RefundOutcome.Unknown("The answer timed out")
        : outcome(kept);
  }

  RefundLookUp lookUp(RefundRequest request) {
    return books
        .findRefund(request.key())
        .filter(refund -> !refund.isLost())
        .<RefundLookUp>map(refund -> new RefundLookUp.Found(outcome(refund)))
        .orElseGet(RefundLookUp.NotFound::new);
  }

  private Outcome decided(RefundRequest request, SandboxEntry charge, SandboxCard card) {
    boolean refused =
        card == SandboxCard.REFUSES_REFUNDS || request.amount().isGreaterThan(left(charge));
    return refused ? Outcome.REFUSED : Outcome.SUCCEEDED;
  }

  private Money left(SandboxEntry charge) {
    boolean paid =
        charge.outcome() == SandboxEntry.Outcome.SUCCEEDED
            || charge.outcome() == SandboxEntry.Outcome.PROCESSING;
    Money left = paid ? charge.amount() : Money.zero(charge.amount().getCurrencyUnit());
    for (SandboxRefund refund : books.refunds()) {
      if (refund.charge().equals(charge.key()) && refund.outcome() == Outcome.SUCCEEDED) {
        left = left.minus(refund.amount());
      }
    }
    return left;
  }

  private RefundOutcome outcome(SandboxRefund refund) {
    return switch (refund.outcome()) {
      case SUCCEEDED -> new RefundOutcome.Succeeded(refund.reference());
      case REFUSED -> new RefundOutcome.Refused(whyRefused(refund.charge()));
      case LOST -> new RefundOutcome.Unknown("The request timed out");
    };
  }

  private String whyRefused(IdempotencyKey charge) {
    boolean card =
        books
            .find(charge)
            .filter(entry -> entry.methodToken().equals(SandboxCard.REFUSES_REFUNDS.token()))
            .isPresent();
    return card ? NOT_TO_THIS_CARD : TOO_MUCH;
  }

  private SandboxRefund entry(RefundRequest request, Outcome outcome) {
    String reference = SandboxGateway.reference(request.key());
    IdempotencyKey charge = request.charge().key();
    return new SandboxRefund(
        request.key(), charge, reference, outcome, request.amount(), time.now());
  }

  private static void requireSame(RefundRequest request, SandboxRefund known) {
    boolean same =
        known.amount().isEqual(request.amount()) && known.charge().equals(request.charge().key());
    if (!same) {
      throw new IllegalArgumentException(
          "The key "
              + request.key()
              + " was used to refund "
              + known.amount()
              + " of "
              + known.charge()
              + " and cannot be used for "
              + request.amount()
              + " of "
              + request.charge().key());
    }
  }
}
