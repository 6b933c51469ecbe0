package org.evergreen.benchmark;

import java.time.Duration;
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

/** The sandbox gateway at a distance: every charge takes a while. */
record SlowGateway(PaymentGateway gateway, Duration latency) implements PaymentGateway {

  @Override
  public String name() {
    return gateway.name();
  }

  @Override
  public ChargeOutcome charge(ChargeRequest request) {
    long until = System.nanoTime() + latency.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    return gateway.charge(request);
  }

  @Override
  public LookUp lookUp(IdempotencyKey key) {
    return gateway.lookUp(key);
  }

  @Override
  public LookUp cancel(GatewayCharge charge) {
    return gateway.cancel(charge);
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return gateway.refund(request);
  }

  @Override
  public RefundLookUp lookUpRefund(RefundRequest request) {
    return gateway.lookUpRefund(request);
  }

  @Override
  public MethodDetails describe(String methodToken) {
    return gateway.describe(methodToken);
  }
}
