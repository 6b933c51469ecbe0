package org.evergreen.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.Working;
import org.joda.money.Money;

/**
 * A change worked out, before it is made a quote of.
 *
 * @param recurring what each payment after it costs
 * @param nextPaymentAt the next payment after it
 * @param notes what else the shopper is to know
 */
record Worked(
    PlannedChange plan,
    Working working,
    Money recurring,
    Optional<Instant> nextPaymentAt,
    List<String> notes) {}
