package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.Working;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * What it costs to pay the next payment of a subscription before it is due. Nothing is kept of a
 * quote; who confirms it hands back its token.
 *
 * @param dueAt when the payment would be due
 * @param nextPaymentAt when the payment after it is due; empty when it is the last
 * @param paidUntil end of the time that is paid for then
 * @param tax all tax, that on shipping too
 * @param shipping before tax
 * @param total of the order, after discounts
 * @param credit what of the total the subscription's credit pays
 * @param toPay what is charged
 * @param working how it came about
 * @param expiresAt from then on it cannot be confirmed
 * @param token names this quote with everything in it
 */
public record EarlyRenewalQuote(
    SubscriptionId subscription,
    Instant dueAt,
    Optional<Instant> nextPaymentAt,
    Instant paidUntil,
    Money tax,
    Money shipping,
    Money total,
    Money credit,
    Money toPay,
    Working working,
    Instant quotedAt,
    Instant expiresAt,
    String token) {}
