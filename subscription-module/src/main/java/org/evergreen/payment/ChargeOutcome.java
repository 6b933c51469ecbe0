package org.evergreen.payment;

import java.util.Optional;

/** What the gateway said to a charge. */
public sealed interface ChargeOutcome {

  /** The state of the charge that follows from this outcome. */
  ChargeState state();

  /** The gateway's key of the charge, where it gave one. */
  default Optional<String> reference() {
    return Optional.empty();
  }

  /** The money is ours. */
  record Succeeded(String gatewayReference) implements ChargeOutcome {

    @Override
    public ChargeState state() {
      return ChargeState.SUCCEEDED;
    }

    @Override
    public Optional<String> reference() {
      return Optional.of(gatewayReference);
    }
  }

  /** Refused; nothing was charged. */
  record Declined(String gatewayReference, Decline decline) implements ChargeOutcome {

    @Override
    public ChargeState state() {
      return ChargeState.DECLINED;
    }

    @Override
    public Optional<String> reference() {
      return Optional.of(gatewayReference);
    }
  }

  /** The shopper must confirm with his bank before it succeeds. */
  record ActionRequired(String gatewayReference) implements ChargeOutcome {

    @Override
    public ChargeState state() {
      return ChargeState.ACTION_REQUIRED;
    }

    @Override
    public Optional<String> reference() {
      return Optional.of(gatewayReference);
    }
  }

  /** Accepted; the result comes days later. */
  record Processing(String gatewayReference) implements ChargeOutcome {

    @Override
    public ChargeState state() {
      return ChargeState.PROCESSING;
    }

    @Override
    public Optional<String> reference() {
      return Optional.of(gatewayReference);
    }
  }

  /** Given up before the shopper confirmed it; it can never succeed. */
  record Canceled(String gatewayReference) implements ChargeOutcome {

    /** Of a charge that surely never reached the gateway. */
    static final String NEVER_ARRIVED = "never-arrived";

    @Override
    public ChargeState state() {
      return ChargeState.CANCELED;
    }

    @Override
    public Optional<String> reference() {
      return Optional.of(gatewayReference);
    }
  }

  /**
   * The gateway did nothing but ask for patience. It is asked again under the same key, more
   * slowly.
   *
   * @param detail for the log
   */
  record TooManyRequests(String detail) implements ChargeOutcome {

    @Override
    public ChargeState state() {
      return ChargeState.SUBMITTED;
    }
  }

  /**
   * Nobody knows: time-out, broken connection, server error. The charge may or may not have
   * happened; recovery asks again under the same key and nothing else is tried meanwhile.
   *
   * @param detail for the log and the merchant
   */
  record Unknown(String detail) implements ChargeOutcome {

    @Override
    public ChargeState state() {
      return ChargeState.SUBMITTED;
    }
  }
}
