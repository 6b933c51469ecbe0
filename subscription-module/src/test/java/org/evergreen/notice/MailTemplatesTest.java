package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.ITemplateEngine;

class MailTemplatesTest {

  private static final NoticeKind ENDED = NoticeKind.SUBSCRIPTION_ENDED;
  private static final Map<String, Object> CONTENTS =
      Map.of(
          "names", "Coffee Club",
          "firstName", "Ada",
          "subject", "A subject",
          "shopName", "Green & Co",
          "shopLink", "https://shop.example",
          "accountLink", "https://shop.example/account/subscriptions");

  @Test
  void aShopsOwnFileGoesBeforeOurs(@TempDir Path resources) throws IOException {
    Path own = resources.resolve("evergreen/shop-notices/subscription-ended/subject.txt");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "Farewell, [(${firstName})]");
    URL[] urls = {resources.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      MailTemplates templates = new MailTemplates(loader);

      assertThat(templates.subject(ENDED, CONTENTS)).isEqualTo("Farewell, Ada");
      assertThat(templates.text(ENDED, CONTENTS))
          .contains("Your subscription to Coffee Club has ended.");
    }
  }

  @Test
  void everyKindHasASubjectATextAndAPage() {
    ClassLoader loader = getClass().getClassLoader();

    for (NoticeKind kind : NoticeKind.values()) {
      String folder = "evergreen/notices/" + kind.templates();
      assertThat(loader.getResource(folder + "/subject.txt")).as(folder).isNotNull();
      assertThat(loader.getResource(folder + "/body.txt")).as(folder).isNotNull();
      assertThat(loader.getResource(folder + "/body.html")).as(folder).isNotNull();
    }
  }

  @Test
  void theHostsPagesNeverMeetTheTemplateEngineOfMails() {
    try (TestShop shop = TestShop.in("UTC", "2026-01-31T10:00:00Z")) {
      assertThat(shop.context().getBeansOfType(ITemplateEngine.class)).isEmpty();
    }
  }
}
