package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.mail.Mailbox;
import org.evergreen.demo.mail.StoredMail;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The mails that the demo did not send: the merchant reads all, a shopper his own. */
@Controller
@Profile("demo & !production")
class MailboxPages {

  private static final int PAGE_SIZE = 20;

  /** What a mail may do in its frame: show itself, with the styles that mails carry inline. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private final Mailbox mailbox;

  MailboxPages(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping("/demo/mailbox")
  String mails(@RequestParam(name = "page", defaultValue = "1") String wanted, Model page) {
    Optional<String> recipient = readable();
    Paging paging = Paging.of(wanted, mailbox.count(recipient), PAGE_SIZE);
    page.addAttribute("mails", mailbox.list(recipient, paging.index(), PAGE_SIZE));
    page.addAttribute("paging", paging);
    page.addAttribute("everybodys", recipient.isEmpty());
    return "shop/mailbox";
  }

  @GetMapping("/demo/mailbox/{id}")
  String mail(@PathVariable String id, Model page) {
    page.addAttribute("mail", find(id));
    return "shop/mail";
  }

  @GetMapping(path = "/demo/mailbox/{id}/html", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String html(@PathVariable String id, HttpServletResponse response) {
    StoredMail mail = find(id);
    response.setHeader("Content-Security-Policy", MAIL_POLICY);
    response.setCharacterEncoding("UTF-8");
    return mail.framedHtml();
  }

  private StoredMail find(String id) {
    return Ids.number(id)
        .flatMap(mailbox::find)
        .filter(mail -> readable().map(mail.recipient()::equalsIgnoreCase).orElse(true))
        .orElseThrow(() -> new NotFoundException("No mail " + id));
  }

  /** Whose mails the reader may see; empty for everybody's. */
  private static Optional<String> readable() {
    ShopUser reader =
        CurrentUser.get().orElseThrow(() -> new NotFoundException("Nobody is signed in"));
    return reader.isMerchant() ? Optional.empty() : Optional.of(reader.getUsername());
  }
}
