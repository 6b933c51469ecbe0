package org.evergreen.demo.chaos;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.stripe.StripeSettings;
import org.evergreen.storefront.Orders;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts kill points around the doors through which a renewal passes: the gateway, the host's orders
 * and the transactions. The product itself knows nothing of them.
 */
final class KillableBeans implements BeanPostProcessor {

  /** Long enough for a loaded machine, short enough for a round. */
  private static final Duration IMPATIENT = Duration.ofSeconds(2);

  /** What is done around a call. */
  private interface Around {
    Object call(Method method, Object[] arguments, Call real) throws Throwable;
  }

  /** The call itself. */
  private interface Call {
    Object proceed(Object... arguments) throws Throwable;
  }

  private final KillPoints kill;
  private final Mutation mutation;

  /** The host has priced on this thread, and what comes next is written down. */
  private final ThreadLocal<Boolean> priced = ThreadLocal.withInitial(() -> false);

  KillableBeans(KillPoints kill, Mutation mutation) {
    this.kill = kill;
    this.mutation = mutation;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof PaymentGateway gateway) {
      return around(PaymentGateway.class, gateway, this::gateway);
    }
    if (bean instanceof StripeSettings settings) {
      return Records.with(settings, "readTimeout", IMPATIENT);
    }
    if (bean instanceof Orders orders) {
      return around(Orders.class, orders, this::orders);
    }
    if (bean instanceof TransactionOperations transactions
        && name.equals("evergreenTransactions")) {
      return around(TransactionOperations.class, transactions, this::transaction);
    }
    return bean;
  }

  private Object gateway(Method method, Object[] arguments, Call real) throws Throwable {
    if (!method.getName().equals("charge")) {
      return real.proceed(arguments);
    }
    kill.pass(Step.SUBMITTED);
    ChargeRequest request = (ChargeRequest) arguments[0];
    Harness.tell("charging", request.key().value());
    Object answer = real.proceed(arguments);
    if (mutation == Mutation.TWICE) {
      real.proceed(underAnotherKey(request));
    }
    kill.pass(Step.ANSWERED);
    return answer;
  }

  private static ChargeRequest underAnotherKey(ChargeRequest request) {
    return Records.with(request, "key", new IdempotencyKey(request.key().value() + "-again"));
  }

  private Object orders(Method method, Object[] arguments, Call real) throws Throwable {
    switch (method.getName()) {
      case "quote" -> {
        kill.pass(Step.CLAIMED);
        Object quotes = real.proceed(arguments);
        kill.pass(Step.PRICED);
        priced.set(true);
        return quotes;
      }
      case "place" -> {
        kill.pass(Step.BEFORE_ORDER);
        Object placed = real.proceed(arguments);
        kill.pass(Step.AFTER_ORDER);
        return placed;
      }
      default -> {
        return real.proceed(arguments);
      }
    }
  }

  private Object transaction(Method method, Object[] arguments, Call real) throws Throwable {
    boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
    Object result = real.proceed(arguments);
    if (outermost && priced.get()) {
      priced.set(false);
      kill.pass(Step.OPENED);
    }
    return result;
  }

  private static <T> T around(Class<T> type, T real, Around around) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                around.call(method, arguments, given -> invoke(method, real, given))));
  }

  private static Object invoke(Method method, Object real, Object... arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
