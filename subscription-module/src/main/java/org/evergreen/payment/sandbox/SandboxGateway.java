package org.evergreen.payment.sandbox;

import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.time.ShopTime;

/** A gateway without a bank: the card decides what becomes of a charge. */
public class SandboxGateway implements PaymentGateway {

  /** The name that is kept with charges and payment methods. */
  public static final String NAME = "sandbox";

  private final SandboxBooks books;
  private final ShopTime time;

  public SandboxGateway(SandboxBooks books, ShopTime time) {
    this.books = books;
    this.time = time;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ChargeOutcome charge(ChargeRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LookUp lookUp(IdempotencyKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MethodDetails describe(String methodToken) {
    throw new UnsupportedOperationException();
  }
}
