package org.evergreen.admin.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evergreen.admin.AdminWords;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Outlook;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionPreviews;

/** What a merchant may do with a subscription now, each with what would come of it. */
class MerchantActions {

  private static final Actor MERCHANT = Actor.merchant("");

  private final SelfServiceRules rules;
  private final SubscriptionPreviews previews;
  private final AdminWords words;

  MerchantActions(SelfServiceRules rules, SubscriptionPreviews previews, AdminWords words) {
    this.rules = rules;
    this.previews = previews;
    this.words = words;
  }

  /**
   * What may be done, each with a sentence that says what comes of it; empty when it may not.
   *
   * @param move empty, or on which day the next payment is now
   */
  record Allowed(
      Optional<String> pause,
      Optional<String> resume,
      Optional<String> skip,
      Optional<String> move,
      Optional<String> cancel,
      Optional<String> cancelNow,
      Optional<String> undoCancellation) {

    /** Whether there is any. */
    public boolean any() {
      return List.of(pause, resume, skip, move, cancel, cancelNow, undoCancellation).stream()
          .anyMatch(Optional::isPresent);
    }
  }

  Allowed of(Subscription it) {
    return new Allowed(
        allowed(
            rules.pause(it, MERCHANT),
            () -> "Nothing is charged while it is paused. The days that are paid for are kept."),
        allowed(rules.resume(it), () -> next(previews.resume(it), "It renews again")),
        allowed(
            rules.skipNext(it, MERCHANT),
            () -> next(previews.skipNext(it), "One payment is left out")),
        allowed(
            rules.moveNextPayment(it, MERCHANT),
            () -> it.nextPaymentAt().map(at -> "It is on " + words.date(at) + " now.").orElse("")),
        allowed(rules.cancel(it, MERCHANT), () -> end(previews.cancel(it, MERCHANT))),
        allowed(
            rules.cancelNow(it, MERCHANT),
            () -> "It is over at once, whatever is paid; what is owed is not charged any more."),
        allowed(
            rules.undoCancellation(it),
            () -> next(previews.undoCancellation(it), "It is renewed on its old dates")));
  }

  private static Optional<String> allowed(Optional<String> refusal, Supplier<String> sentence) {
    if (refusal.isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(sentence.get());
    } catch (ActionRefusedException notPossible) {
      return Optional.empty();
    }
  }

  private String next(Outlook outlook, String sentence) {
    return sentence
        + outlook.nextPaymentAt().map(at -> "; the next payment is on " + words.date(at)).orElse("")
        + ".";
  }

  private String end(Outlook outlook) {
    if (outlook.status().isOver()) {
      return "It ends at once: nothing is left of what is paid, or a payment is owed, which is not"
          + " charged any more.";
    }
    List<String> parts = new ArrayList<>();
    outlook
        .nextPaymentAt()
        .ifPresent(at -> parts.add("One more payment is made on " + words.date(at)));
    outlook.endsAt().ifPresent(at -> parts.add("It ends on " + words.date(at)));
    return parts.isEmpty()
        ? "It is not renewed any more."
        : "It is not renewed any more. " + String.join(". ", parts) + ".";
  }
}
