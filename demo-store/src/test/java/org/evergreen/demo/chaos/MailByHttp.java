package org.evergreen.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.evergreen.log.LogId;
import org.evergreen.notice.Mail;
import org.evergreen.notice.MailTransport;
import org.slf4j.MDC;

/** Hands mails to the test, which keeps them as a mail server would. */
final class MailByHttp implements MailTransport {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final KillPoints kill;
  private final Mutation mutation;

  MailByHttp(URI server, KillPoints kill, Mutation mutation) {
    this.server = server;
    this.kill = kill;
    this.mutation = mutation;
  }

  @Override
  public void send(Mail mail) {
    kill.pass(Step.BEFORE_MAIL);
    hand(mail);
    if (mutation == Mutation.TWICE) {
      hand(mail);
    }
    kill.pass(Step.AFTER_MAIL);
  }

  private void hand(Mail mail) {
    String notice = String.valueOf(MDC.get(LogId.NOTICE.field()));
    String body = String.join("\n", notice, mail.to(), mail.subject(), mail.text());
    HttpRequest request =
        HttpRequest.newBuilder(server)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("The mail server answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while a mail was handed over", e);
    }
  }
}
