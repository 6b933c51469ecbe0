package org.evergreen.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.time.ShopTime;

/** Turns a notice into a mail for its reader. */
final class NoticeWriter {

  private final NoticeContents contents;
  private final MailTemplates templates;
  private final NoticeSettings settings;
  private final ShopTime time;

  NoticeWriter(
      NoticeContents contents, MailTemplates templates, NoticeSettings settings, ShopTime time) {
    this.contents = contents;
    this.templates = templates;
    this.settings = settings;
    this.time = time;
  }

  /** Empty when what it tells of will not happen any more. */
  Optional<Mail> write(WaitingNotice notice, CustomerProfile reader) {
    NoticeWords words = new NoticeWords(reader.locale(), time);
    return contents.of(notice, words).map(found -> write(notice, reader, found));
  }

  private Mail write(WaitingNotice notice, CustomerProfile reader, Map<String, Object> found) {
    Map<String, Object> shown = new HashMap<>(found);
    shown.put("toMerchant", notice.kind().reader() == NoticeReader.MERCHANT);
    shown.put("firstName", reader.firstName());
    shown.put("shopName", settings.shopName());
    shown.put("shopLink", settings.shopUrl().toString());
    shown.put("accountLink", settings.accountLink());
    String subject = templates.subject(notice.kind(), shown);
    shown.put("subject", subject);
    return new Mail(
        reader.email(),
        subject,
        templates.text(notice.kind(), shown),
        templates.html(notice.kind(), shown));
  }
}
