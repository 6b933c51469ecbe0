package org.evergreen.demo.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.demo.database.DemoMigrations;
import org.evergreen.notice.Mail;
import org.evergreen.notice.MailTransport;
import org.evergreen.time.ShopTime;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes mails as a mail server would, and keeps them to be read in the demo. */
@Component
@Profile("demo & !production")
public class Mailbox implements MailTransport {

  private final JdbcClient jdbc;
  private final ShopTime time;

  Mailbox(JdbcClient jdbc, ShopTime time, DemoMigrations migrated) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @Override
  public void send(Mail mail) {
    jdbc.sql(
            "insert into demo_mail (recipient, subject, body_text, body_html, sent_at)"
                + " values (:to, :subject, :text, :html, :now)")
        .param("to", mail.to())
        .param("subject", mail.subject())
        .param("text", mail.text())
        .param("html", mail.html())
        .param("now", Timestamp.from(time.now()))
        .update();
  }

  /**
   * Mails, latest first.
   *
   * @param recipient whose; empty for everybody's
   * @param page counted from 0
   */
  public List<StoredMail> list(Optional<String> recipient, int page, int size) {
    return jdbc.sql(
            "select * from demo_mail where cast(:to as varchar) is null"
                + " or lower(recipient) = lower(:to) order by id desc limit :size offset :from")
        .param("to", recipient.orElse(null))
        .param("size", size)
        .param("from", (long) page * size)
        .query(Mailbox::read)
        .list();
  }

  /** How many mails {@link #list} has in all. */
  public int count(Optional<String> recipient) {
    return jdbc.sql(
            "select count(*) from demo_mail where cast(:to as varchar) is null"
                + " or lower(recipient) = lower(:to)")
        .param("to", recipient.orElse(null))
        .query(Integer.class)
        .single();
  }

  /** A mail by its id. */
  public Optional<StoredMail> find(long id) {
    return jdbc.sql("select * from demo_mail where id = ?")
        .param(id)
        .query(Mailbox::read)
        .optional();
  }

  private static StoredMail read(ResultSet row, int number) throws SQLException {
    return new StoredMail(
        row.getLong("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body_text"),
        row.getString("body_html"),
        row.getTimestamp("sent_at").toInstant());
  }
}
