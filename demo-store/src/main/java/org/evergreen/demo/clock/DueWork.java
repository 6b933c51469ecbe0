package org.evergreen.demo.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evergreen.jobs.Job;
import org.evergreen.renewal.RenewalQueue;
import org.springframework.stereotype.Component;

/** Everything that the background jobs do, done at once. */
@Component
public class DueWork {

  private static final String MAIL = "evergreen-notices";

  private final List<Job> jobs;
  private final RenewalQueue queue;

  DueWork(List<Job> jobs, RenewalQueue queue) {
    this.jobs = mailLast(jobs);
    this.queue = queue;
  }

  /** What the other jobs write is sent in the same round. */
  private static List<Job> mailLast(List<Job> jobs) {
    Predicate<Job> mail = job -> job.name().equals(MAIL);
    return Stream.concat(jobs.stream().filter(mail.negate()), jobs.stream().filter(mail)).toList();
  }

  /** When the next renewal is due; in the past when one is late. */
  public Optional<Instant> nextDueAt() {
    return queue.nextDueAt();
  }

  /** Does what is due by now. */
  public void doIt() {
    jobs.forEach(job -> job.work().run());
  }
}
