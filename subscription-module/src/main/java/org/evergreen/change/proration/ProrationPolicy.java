package org.evergreen.change.proration;

/** One way to settle a change within a paid term. */
public interface ProrationPolicy {

  /** What the change costs or is worth under this policy. */
  Proration settle(TermChange change);
}
