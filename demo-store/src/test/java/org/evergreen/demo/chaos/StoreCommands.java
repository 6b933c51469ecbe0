package org.evergreen.demo.chaos;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.jobs.Job;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Actor;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.time.ShopTime;
import org.springframework.context.ApplicationContext;

/** What the test asks of a process of the store. */
final class StoreCommands {

  private final ApplicationContext store;
  private final KillPoints kill;
  private final RestlessJobs jobs;

  StoreCommands(ApplicationContext store) {
    this.store = store;
    this.kill = store.getBean(KillPoints.class);
    this.jobs = new RestlessJobs(List.copyOf(store.getBeansOfType(Job.class).values()));
  }

  /** Executes a command and answers in a word. */
  String execute(String... words) {
    try {
      return answer(words);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return "failed:" + failure.toString().replaceAll("\\s+", "_");
    }
  }

  private String answer(String... words) {
    switch (words[0]) {
      case "jobs" -> jobs.turn(words[1].equals("on"));
      case "arm" -> kill.arm(Step.valueOf(words[1]), Integer.parseInt(words[2]));
      case "disarm" -> kill.disarm();
      case "card" -> {
        return card(words[1], words[2]);
      }
      case "subscribe" -> subscribe(words);
      case "retry" -> retry(words[1]);
      default -> throw new IllegalArgumentException("Nobody knows the command " + words[0]);
    }
    return words[0];
  }

  /** {@code card <customer> <browser token>}: the shopper stores a method; answers its key. */
  private String card(String customer, String token) {
    PaymentMethods methods = store.getBean(PaymentMethods.class);
    return Long.toString(methods.store(new CustomerId(customer), token).id().value());
  }

  /** {@code subscribe <order> <customer> <method> <sku> <kind> <price> <days>}. */
  private void subscribe(String... words) {
    Sku sku =
        new Sku(
            new SkuId(words[4]),
            new ProductId(words[4]),
            words[4],
            OfferBuilder.usd(words[6]),
            ProductKind.valueOf(words[5]),
            true);
    OfferBuilder offer = OfferBuilder.every(Integer.parseInt(words[7]), IntervalUnit.DAY, words[6]);
    PaidOrderBuilder order =
        PaidOrderBuilder.order(
                words[1], new CustomerId(words[2]), store.getBean(ShopTime.class).now())
            .paidWith(new PaymentMethodId(Long.parseLong(words[3])))
            .with(sku, 1, offer);
    store.getBean(SubscriptionCheckout.class).onOrderPaid(order.build());
  }

  /** {@code retry <group>}: the merchant asks for another attempt. */
  private void retry(String group) {
    Optional<RenewalGroupId> id = RenewalGroupId.of("renewal-" + group);
    store.getBean(RenewalRemedies.class).retryNow(id.orElseThrow(), Actor.merchant("Chaos"));
  }
}
