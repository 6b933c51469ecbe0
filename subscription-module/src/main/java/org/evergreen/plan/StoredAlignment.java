package org.evergreen.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.terms.Alignment;

/** An alignment, or that there is none, in the columns of a plan. */
@Embeddable
class StoredAlignment {

  @Enumerated(EnumType.STRING)
  @Column(name = "alignment_kind")
  private DayCode.Kind kind;

  @Column(name = "alignment_day")
  private Integer day;

  @Column(name = "alignment_month")
  private Integer month;

  @Enumerated(EnumType.STRING)
  @Column(name = "first_payment")
  private Alignment.FirstPayment firstPayment;

  @Column(name = "grace_days")
  private int graceDays;

  protected StoredAlignment() {}

  StoredAlignment(Optional<Alignment> alignment) {
    alignment.ifPresent(this::keep);
  }

  private void keep(Alignment alignment) {
    DayCode code = DayCode.of(alignment.day());
    kind = code.kind();
    day = code.day().isPresent() ? code.day().getAsInt() : null;
    month = code.month().isPresent() ? code.month().getAsInt() : null;
    firstPayment = alignment.firstPayment();
    graceDays = alignment.graceDays();
  }

  Optional<Alignment> alignment() {
    return kind == null
        ? Optional.empty()
        : Optional.of(
            new Alignment(
                new DayCode(kind, number(day), number(month)).toDay(), firstPayment, graceDays));
  }

  private static OptionalInt number(Integer column) {
    return column == null ? OptionalInt.empty() : OptionalInt.of(column);
  }
}
