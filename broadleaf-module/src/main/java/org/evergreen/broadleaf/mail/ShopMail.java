package org.evergreen.broadleaf.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.evergreen.notice.Mail;
import org.evergreen.notice.MailTransport;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends mails through the shop's bean {@code blMailSender}. */
public class ShopMail implements MailTransport {

  private final JavaMailSender sender;
  private final String from;

  /**
   * @param from the sender's address
   */
  public ShopMail(JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public void send(Mail mail) {
    sender.send(message(mail));
  }

  private MimeMessage message(Mail mail) {
    try {
      MimeMessage message = sender.createMimeMessage();
      MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      parts.setFrom(from);
      parts.setTo(mail.to());
      parts.setSubject(mail.subject());
      parts.setText(mail.text(), mail.html());
      return message;
    } catch (MessagingException e) {
      throw new MailPreparationException(e);
    }
  }
}
