package org.evergreen.payment;

import java.util.List;
import java.util.Optional;

/** The charge rows. Every method takes part in the transaction of its caller. */
public class Charges {
  public Optional<Charge> latest(String subject) {
    throw new UnsupportedOperationException();
  }

  /** All attempts for a subject, first to last. */
  public List<Charge> attempts(String subject) {
    throw new UnsupportedOperationException();
  }
}
