package org.evergreen.demo.clock;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.notice.NoticeSender;
import org.evergreen.renewal.RenewalQueue;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.subscription.CalendarWork;
import org.springframework.stereotype.Component;

/** Everything that the background jobs do, done at once. */
@Component
public class DueWork {

  private final RenewalRun renewals;
  private final RenewalQueue queue;
  private final RenewalRecovery recovery;
  private final CalendarWork calendar;
  private final NoticeSender notices;

  DueWork(
      RenewalRun renewals,
      RenewalQueue queue,
      RenewalRecovery recovery,
      CalendarWork calendar,
      NoticeSender notices) {
    this.renewals = renewals;
    this.queue = queue;
    this.recovery = recovery;
    this.calendar = calendar;
    this.notices = notices;
  }

  /** When the next renewal is due; in the past when one is late. */
  public Optional<Instant> nextDueAt() {
    return queue.nextDueAt();
  }

  /** Does what is due by now. */
  public void doIt() {
    renewals.runDue();
    recovery.recover();
    calendar.doDue();
    notices.sendWaiting();
  }
}
