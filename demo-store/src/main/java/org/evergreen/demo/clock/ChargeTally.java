package org.evergreen.demo.clock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.evergreen.config.EvergreenProperties;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Counts what renewals have charged, whoever ran them: the journey itself or a job beside it. */
@Component
@Profile("demo & !production")
class ChargeTally implements ChargeListener {

  private static final int MOST_NOTES = 50;

  private final ShopTime time;
  private final Money nothing;
  private final Deque<Journey.ChargeNote> notes = new ArrayDeque<>();
  private int paid;
  private int refused;
  private Money amount;

  ChargeTally(ShopTime time, EvergreenProperties settings) {
    this.time = time;
    this.nothing = Money.zero(settings.shop().currency());
    this.amount = nothing;
  }

  @Override
  public synchronized void settled(List<Charge> charges) {
    charges.stream()
        .filter(charge -> charge.purpose() == ChargePurpose.RENEWAL)
        .forEach(this::count);
  }

  private void count(Charge charge) {
    if (charge.state() == ChargeState.SUCCEEDED) {
      paid++;
      amount = amount.plus(charge.amount());
    } else if (charge.state() == ChargeState.DECLINED) {
      refused++;
    }
    notes.addFirst(new Journey.ChargeNote(time.now(), charge.amount(), words(charge)));
    if (notes.size() > MOST_NOTES) {
      notes.removeLast();
    }
  }

  private static String words(Charge charge) {
    return switch (charge.state()) {
      case SUCCEEDED -> "Paid";
      case DECLINED ->
          charge.decline().map(decline -> "Refused: " + decline.message()).orElse("Refused");
      case ACTION_REQUIRED -> "Waits for the shopper";
      case PROCESSING -> "On its way";
      default -> charge.state().name().toLowerCase(Locale.ROOT);
    };
  }

  synchronized void reset() {
    notes.clear();
    paid = 0;
    refused = 0;
    amount = nothing;
  }

  synchronized int paid() {
    return paid;
  }

  synchronized int refused() {
    return refused;
  }

  synchronized Money amount() {
    return amount;
  }

  synchronized List<Journey.ChargeNote> notes() {
    return List.copyOf(notes);
  }
}
