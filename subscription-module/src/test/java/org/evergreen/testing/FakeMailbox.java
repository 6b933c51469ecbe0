package org.evergreen.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evergreen.notice.Mail;
import org.evergreen.notice.MailTransport;

/** A mail server in memory, which a test can let refuse mails or take the process down. */
public final class FakeMailbox implements MailTransport {

  /** Stands for a process that stops: nothing in the engine handles it. */
  public static final class ProcessStopped extends Error {

    private static final long serialVersionUID = 1L;
  }

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private volatile Optional<String> refusal = Optional.empty();
  private volatile int mailsUntilStop = Integer.MAX_VALUE;

  @Override
  public void send(Mail mail) {
    refusal.ifPresent(
        message -> {
          throw new IllegalStateException(message);
        });
    mails.add(mail);
    if (mails.size() >= mailsUntilStop) {
      mailsUntilStop = Integer.MAX_VALUE;
      throw new ProcessStopped();
    }
  }

  /** Refuses every mail until {@link #accept}. */
  public void refuse(String message) {
    refusal = Optional.of(message);
  }

  public void accept() {
    refusal = Optional.empty();
  }

  /** Takes so many mails in all and stops the process before the last one's acceptance is noted. */
  public void stopProcessAfter(int count) {
    mailsUntilStop = count;
  }

  /** All mails, oldest first. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  public List<String> subjects() {
    return mails.stream().map(Mail::subject).toList();
  }

  /** The latest mail. */
  public Mail latest() {
    return mails.get(mails.size() - 1);
  }

  public void clear() {
    mails.clear();
    accept();
  }
}
