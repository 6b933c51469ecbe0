package org.evergreen.renewal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.evergreen.payment.sandbox.InMemorySandboxBooks;
import org.evergreen.payment.sandbox.SandboxGateway;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.time.ShopTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of a shop that can be killed at every {@link KillPoints}, and a gateway with own books. */
@Configuration(proxyBeanMethods = false)
class MortalShop {

  @Bean
  KillPoints killPoints() {
    return new KillPoints();
  }

  @Bean
  PoisonedSkus poisonedSkus() {
    return new PoisonedSkus();
  }

  /** SKUs at which the host's pricing breaks, with the whole batch. */
  static final class PoisonedSkus {

    private final Set<SkuId> skus = ConcurrentHashMap.newKeySet();

    void set(Set<SkuId> poisoned) {
      skus.clear();
      skus.addAll(poisoned);
    }

    private void check(List<QuoteRequest> requests) {
      boolean poisoned =
          requests.stream()
              .flatMap(request -> request.lines().stream())
              .anyMatch(line -> skus.contains(line.sku()));
      if (poisoned) {
        throw new IllegalStateException("The price computer caught fire");
      }
    }
  }

  @Bean
  InMemorySandboxBooks books() {
    return new InMemorySandboxBooks();
  }

  @Bean
  TransactionOperations evergreenTransactions(PlatformTransactionManager manager, KillPoints kill) {
    TransactionTemplate real = new TransactionTemplate(manager);
    return new TransactionOperations() {
      @Override
      public <T> T execute(TransactionCallback<T> action) {
        return TransactionSynchronizationManager.isActualTransactionActive()
            ? real.execute(action)
            : kill.around("transaction", () -> real.execute(action));
      }
    };
  }

  @Bean
  PaymentGateway gateway(InMemorySandboxBooks books, ShopTime time, KillPoints kill) {
    SandboxGateway real = new SandboxGateway(books, time);
    return new PaymentGateway() {
      @Override
      public String name() {
        return real.name();
      }

      @Override
      public ChargeOutcome charge(ChargeRequest request) {
        return kill.around("charge", () -> real.charge(request));
      }

      @Override
      public LookUp lookUp(IdempotencyKey key) {
        return kill.around("look-up", () -> real.lookUp(key));
      }

      @Override
      public LookUp cancel(GatewayCharge charge) {
        return kill.around("cancel", () -> real.cancel(charge));
      }

      @Override
      public RefundOutcome refund(RefundRequest request) {
        return kill.around("refund", () -> real.refund(request));
      }

      @Override
      public RefundLookUp lookUpRefund(RefundRequest request) {
        return kill.around("look-up", () -> real.lookUpRefund(request));
      }

      @Override
      public MethodDetails describe(String methodToken) {
        return real.describe(methodToken);
      }
    };
  }

  @Bean
  @Primary
  Orders mortalOrders(FakeStorefront storefront, KillPoints kill, PoisonedSkus poison) {
    Orders real = storefront.orders();
    return new Orders() {
      @Override
      public List<Quote> quote(List<QuoteRequest> requests) {
        return kill.around(
            "quote",
            () -> {
              poison.check(requests);
              return real.quote(requests);
            });
      }

      @Override
      public List<Placement> place(List<OrderRequest> orders) {
        return kill.around("place", () -> real.place(orders));
      }

      @Override
      public Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids) {
        return real.summaries(ids);
      }
    };
  }
}
