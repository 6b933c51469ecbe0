package org.evergreen.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what waits. An event is taken with a lease and counted as tried before anything is done
 * for it: one whose process dies comes back, and one that kills processes ends as failed.
 */
public class WebhookProcessing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessing.class);
  private static final int TAKEN_PER_WORKER = 4;

  private final WebhookRows rows;
  private final WebhookHandlers handlers;
  private final ThreadPoolExecutor workers;
  private final ShopTime time;
  private final WebhookSettings settings;

  WebhookProcessing(
      WebhookRows rows, WebhookHandlers handlers, ShopTime time, WebhookSettings settings) {
    this.rows = rows;
    this.handlers = handlers;
    this.time = time;
    this.settings = settings;
    this.workers =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            WebhookProcessing::thread);
    workers.allowCoreThreadTimeOut(true);
  }

  /**
   * Works off every event whose time has come. Repeatable, and safe to run on several nodes at
   * once. Call it outside of transactions.
   */
  public WebhookReport processWaiting() {
    WebhookReport report = WebhookReport.NOTHING;
    List<WebhookEvent> batch = take();
    while (!batch.isEmpty()) {
      report = report.plus(process(batch));
      batch = take();
    }
    return report;
  }

  private List<WebhookEvent> take() {
    Instant now = time.now();
    return rows.take(settings.workers() * TAKEN_PER_WORKER, now, now.plus(settings.lease()));
  }

  /** Several events of one object go one after the other: the first mostly settles the others. */
  private WebhookReport process(List<WebhookEvent> batch) {
    Collection<List<WebhookEvent>> byObject =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    WebhookEvent::objectId, LinkedHashMap::new, Collectors.toList()))
            .values();
    List<Callable<WebhookReport>> work = new ArrayList<>(byObject.size());
    LogIds ids = LogIds.current();
    byObject.forEach(events -> work.add(() -> ids.call(() -> inTurn(events))));
    try {
      WebhookReport report = WebhookReport.NOTHING;
      for (Future<WebhookReport> part : workers.invokeAll(work)) {
        report = report.plus(part.get());
      }
      return report;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Stopped while webhooks were worked off; they are tried again", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(
          "Webhooks could not be noted as worked off; they are tried again", failure.getCause());
    }
  }

  private WebhookReport inTurn(List<WebhookEvent> events) {
    WebhookReport report = WebhookReport.NOTHING;
    for (WebhookEvent event : events) {
      WebhookReport one = ids(event).call(() -> settle(event, handled(event)));
      report = report.plus(one);
    }
    return report;
  }

  private static LogIds ids(WebhookEvent event) {
    return LogIds.of(LogId.EVENT, event.eventId())
        .and(LogId.GATEWAY, event.gateway())
        .and(LogId.GATEWAY_REFERENCE, event.objectId());
  }

  private Handled handled(WebhookEvent event) {
    Optional<WebhookHandler> handler = handlers.of(event.gateway(), event.type());
    if (handler.isEmpty()) {
      return new Handled.Unused();
    }
    try {
      return handler.get().handle(event);
    } catch (RuntimeException failure) {
      LOG.debug("Webhook {}", event, failure);
      return new Handled.NotYet(failure.toString());
    }
  }

  private WebhookReport settle(WebhookEvent event, Handled handled) {
    if (handled instanceof Handled.Done) {
      rows.settle(event, WebhookState.DONE, Optional.empty(), time.now());
      return new WebhookReport(1, 0, 0, 0);
    }
    if (handled instanceof Handled.Unused) {
      return ignored(event, "Events of this type are not used.");
    }
    if (handled instanceof Handled.Unknown unknown) {
      return unknown(event, unknown.what());
    }
    if (handled instanceof Handled.NotYet notYet) {
      return settings.isLast(event.attempts())
          ? failed(event, "Tried " + event.attempts() + " times: " + notYet.why())
          : postponed(event, notYet.why());
    }
    return failed(event, ((Handled.NeedsAPerson) handled).why());
  }

  private WebhookReport unknown(WebhookEvent event, String what) {
    boolean old = !time.now().isBefore(event.receivedAt().plus(settings.unknownFor()));
    return old || settings.isLast(event.attempts()) ? ignored(event, what) : postponed(event, what);
  }

  private WebhookReport ignored(WebhookEvent event, String why) {
    LOG.info("Webhook {} is ignored: {}", event, why);
    rows.settle(event, WebhookState.IGNORED, Optional.of(why), time.now());
    return new WebhookReport(0, 1, 0, 0);
  }

  private WebhookReport postponed(WebhookEvent event, String why) {
    Duration pause = settings.pauseAfter(event.attempts());
    LOG.info("Webhook {} is tried again in {}: {}", event, pause, why);
    rows.postpone(event, why, time.now().plus(pause));
    return new WebhookReport(0, 0, 1, 0);
  }

  private WebhookReport failed(WebhookEvent event, String why) {
    LOG.error("Webhook {} waits for a person: {}", event, why);
    rows.settle(event, WebhookState.FAILED, Optional.of(why), time.now());
    return new WebhookReport(0, 0, 0, 1);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evergreen-webhooks");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
