package org.evergreen.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.payment.sandbox.SandboxEntry.Outcome;
import org.evergreen.time.ShopTime;

/**
 * A gateway without a bank: the card decides what becomes of a charge. It keeps its own books, by
 * idempotency key, so that asking twice charges once and a charge whose answer got lost is found
 * again.
 */
public class SandboxGateway implements PaymentGateway {

  /** The name that is kept with charges and payment methods. */
  public static final String NAME = "sandbox";

  private static final Duration BANK_DEBIT_TAKES = Duration.ofDays(3);
  private static final Duration SLOW_ANSWER = Duration.ofSeconds(3);

  private final SandboxBooks books;
  private final ShopTime time;
  private final SandboxRefunds refunds;

  public SandboxGateway(SandboxBooks books, ShopTime time) {
    this.books = books;
    this.time = time;
    this.refunds = new SandboxRefunds(books, time);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ChargeOutcome charge(ChargeRequest request) {
    SandboxCard card = card(request.methodToken());
    Optional<SandboxEntry> known = books.find(request.key());
    if (known.isEmpty()) {
      return chargeFirst(request, card);
    }
    requireSameAmount(request, known.get());
    if (known.get().isLost()) {
      return outcome(books.replaceLost(entry(request, card.outcome(request))));
    }
    return outcome(known.get());
  }

  /**
   * What a shopper does on his bank's page: a charge that waits for him is paid, or refused. Nobody
   * is told; the shop finds out by asking.
   *
   * @param reference the gateway's own name of the charge
   */
  public void shopperAnswers(String reference, boolean agreed) {
    books.answer(reference, agreed);
  }

  private ChargeOutcome chargeFirst(ChargeRequest request, SandboxCard card) {
    if (card == SandboxCard.TIMES_OUT_BEFORE_CHARGING) {
      books.keep(entry(request, Outcome.LOST));
      return new ChargeOutcome.Unknown("The request timed out");
    }
    if (card == SandboxCard.SLOW) {
      LockSupport.parkNanos(SLOW_ANSWER.toNanos());
    }
    SandboxEntry kept = books.keep(entry(request, card.outcome(request)));
    return card == SandboxCard.TIMES_OUT_AFTER_CHARGING
        ? new ChargeOutcome.Unknown("The answer timed out")
        : outcome(kept);
  }

  @Override
  public LookUp lookUp(IdempotencyKey key) {
    return books
        .find(key)
        .filter(entry -> !entry.isLost())
        .<LookUp>map(entry -> new LookUp.Found(outcome(entry)))
        .orElseGet(LookUp.NotFound::new);
  }

  @Override
  public LookUp cancel(GatewayCharge charge) {
    books.cancel(charge.key());
    return lookUp(charge.key());
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return refunds.refund(request);
  }

  @Override
  public RefundLookUp lookUpRefund(RefundRequest request) {
    return refunds.lookUp(request);
  }

  @Override
  public MethodDetails describe(String methodToken) {
    SandboxCard card = card(methodToken);
    return card == SandboxCard.BANK_DEBIT
        ? MethodDetails.bankDebit(card.brand(), card.lastFour())
        : new MethodDetails(card.brand(), card.lastFour(), card.expiry());
  }

  private SandboxEntry entry(ChargeRequest request, Outcome outcome) {
    String reference = reference(request.key());
    String token = request.methodToken();
    return new SandboxEntry(request.key(), reference, outcome, token, request.amount(), time.now());
  }

  private ChargeOutcome outcome(SandboxEntry entry) {
    return switch (entry.outcome()) {
      case LOST -> new ChargeOutcome.Unknown("The request timed out");
      case CANCELED -> new ChargeOutcome.Canceled(entry.reference());
      case SUCCEEDED -> new ChargeOutcome.Succeeded(entry.reference());
      case DECLINED ->
          new ChargeOutcome.Declined(entry.reference(), card(entry.methodToken()).decline());
      case ACTION_REQUIRED -> new ChargeOutcome.ActionRequired(entry.reference());
      case PROCESSING ->
          entry.chargedAt().plus(BANK_DEBIT_TAKES).isAfter(time.now())
              ? new ChargeOutcome.Processing(entry.reference())
              : new ChargeOutcome.Succeeded(entry.reference());
    };
  }

  private static void requireSameAmount(ChargeRequest request, SandboxEntry known) {
    if (!known.amount().isEqual(request.amount())) {
      throw new IllegalArgumentException(
          "The key "
              + request.key()
              + " was used for "
              + known.amount()
              + " and cannot be used for "
              + request.amount());
    }
  }

  /** The gateway's own name of what has this key; the same each time. */
  static String reference(IdempotencyKey key) {
    return NAME + "-" + UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8));
  }

  static SandboxCard card(String token) {
    return SandboxCard.of(token).orElseThrow(() -> UnknownPaymentMethodException.at(NAME));
  }
}
