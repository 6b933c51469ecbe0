package org.evergreen.broadleaf.tryout.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.evergreen.notice.Mail;
import org.evergreen.notice.MailTransport;

/** Keeps the shop's e-mails as files, one for each, instead of sending them. */
final class MailFolder implements MailTransport {

  private final Path folder;
  private final Clock clock;

  MailFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void send(Mail mail) {
    String name = clock.instant().toString().replace(':', '-') + "-" + UUID.randomUUID() + ".txt";
    String text = "To: " + mail.to() + "\nSubject: " + mail.subject() + "\n\n" + mail.text();
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException("The mail could not be written to " + folder, e);
    }
  }
}
