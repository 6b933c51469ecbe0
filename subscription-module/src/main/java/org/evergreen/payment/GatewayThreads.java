package org.evergreen.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.evergreen.log.LogIds;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Calls gateways for many charges at once, never more at a time than is allowed in flight. */
final class GatewayThreads implements AutoCloseable {

  private final GatewayPace pace;
  private final ThreadPoolExecutor threads;

  GatewayThreads(GatewayPace pace, int inFlight) {
    this.pace = pace;
    this.threads =
        new ThreadPoolExecutor(
            inFlight, inFlight, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * The answers in the order of the charges.
   *
   * @throws IllegalStateException within a database transaction, or when the shop stops
   */
  <R> List<R> forEach(List<Charge> charges, GatewayPace.Kind kind, Function<Charge, R> call) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A gateway is called outside of database transactions only");
    }
    List<Future<R>> answers = new ArrayList<>(charges.size());
    LogIds work = LogIds.current();
    try {
      pace.handOut(
          charges,
          kind,
          charge ->
              answers.add(
                  threads.submit(
                      () ->
                          work.call(() -> ChargeLog.ids(charge).call(() -> call.apply(charge))))));
      List<R> all = new ArrayList<>(charges.size());
      for (Future<R> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } catch (InterruptedException interrupted) {
      answers.forEach(answer -> answer.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Stopped while the gateway was asked; recovery finds out what came of it", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A gateway call broke", failure.getCause());
    }
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evergreen-gateway");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
