package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for subscribers and for those who were given a subscription. */
class DownloadsAndGiftsTest extends AccountPages {
  private Sku course;
  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    course = storefront.product("Course", ProductKind.DOWNLOADABLE, "9.00");
    storefront
        .downloads()
        .put(
            "one",
            course.productId(),
            "Lesson 1.txt",
            "pour",
            Instant.parse("2026-11-01T00:00:00Z"));
    storefront
        .downloads()
        .put(
            "two",
            course.productId(),
            "Lesson 2.txt",
            "wait",
            Instant.parse("2026-11-22T00:00:00Z"));
    id = subscribe(ada, course, 1, monthly("9.00").drip());
    clock.set("2026-11-23T10:00:00Z");
  }

  @Test
  void filesAreListedWithTheReasonOfThoseThatWait() throws Exception {
    Document page = page(ada, pathOf(id));

    assertThat(rows(page, "downloads"))
        .containsExactly(
            "Lesson 1.txt 4 bytes", "Lesson 2.txt Comes with your next payment. 4 bytes");
    assertThat(page.select("section[aria-labelledby=downloads] a")).hasSize(1);
  }

  @Test
  void aFileIsSentAsAnAttachment() throws Exception {
    open(ada, pathOf(id) + "/downloads?file=one")
        .andExpect(status().isOk())
        .andExpect(content().string("pour"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    org.hamcrest.Matchers.startsWith("attachment; filename=\"")));
  }

  @Test
  void aFileThatWaitsIsRefusedWithTheReason() throws Exception {
    Document page = follow(ada, open(ada, pathOf(id) + "/downloads?file=two"));

    assertThat(page.select(".alert-warning").text()).isEqualTo("Comes with your next payment.");
  }

  @Test
  void theNextPaymentReleasesIt() throws Exception {
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();

    open(ada, pathOf(id) + "/downloads?file=two").andExpect(content().string("wait"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "three", "../../etc/passwd", "one/../two", "%00"})
  void whateverIsNoFileOfTheSubscriptionIsNotFound(String file) throws Exception {
    mvc.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                    pathOf(id) + "/downloads")
                .param("file", file)
                .with(
                    org.springframework.security.test.web.servlet.request
                        .SecurityMockMvcRequestPostProcessors.user("ada")))
        .andExpect(status().isNotFound());
  }

  @Test
  void nobodyElseGetsIt() throws Exception {
    open(bob, pathOf(id) + "/downloads?file=one").andExpect(status().isNotFound());
  }

  @Test
  void whoeverWasGivenItSeesWhatHeGetsAndNothingElse() throws Exception {
    clock.set("2026-11-23T10:00:00Z");
    SubscriptionId gift = gift();

    assertThat(page(bob, LIST).select("section[aria-labelledby=gifts] li").text())
        .contains("Course", "A gift from Ada");
    Document page = page(bob, pathOf(gift));
    assertThat(page.text()).doesNotContain("$", "Visa");
    assertThat(page.select(".evergreen-actions")).isEmpty();
    open(bob, pathOf(gift) + "/downloads?file=one").andExpect(content().string("pour"));
    open(bob, pathOf(gift) + "/cancel").andExpect(status().isNotFound());
    send(bob, pathOf(gift) + "/pause", "how", "open").andExpect(status().isNotFound());
    open(bob, pathOf(gift) + "/amounts/start").andExpect(status().isNotFound());
    assertThat(page(ada, pathOf(gift)).select("section[aria-labelledby=about]").text())
        .contains("A gift for", "Bob (Bob@example.com)");
  }

  @Test
  void whoeverHasNotShownThatTheAddressIsHisDoesNotGetTheGift() throws Exception {
    SubscriptionId gift = gift();
    storefront.doubtEmailOf(bob);

    assertThat(page(bob, LIST).select("section[aria-labelledby=gifts]")).isEmpty();
    open(bob, pathOf(gift)).andExpect(status().isNotFound());
    open(bob, pathOf(gift) + "/downloads?file=one").andExpect(status().isNotFound());
  }

  private SubscriptionId gift() {
    SubscriptionId gift = subscribe(ada, SandboxCard.SUCCEEDS, course, 1, monthly("9.00"));
    database
        .jdbc()
        .update(
            "update evergreen_subscription set recipient_email = 'Bob@example.com',"
                + " recipient_name = 'Bob' where id = ?",
            gift.value());
    return gift;
  }

  @Test
  void theFirstAmountIsExplained() throws Exception {
    Document page = page(ada, pathOf(id) + "/amounts/start");

    assertThat(page.select("h1").text()).isEqualTo("Why this amount?");
    assertThat(page.select(".evergreen-steps li")).isNotEmpty();
    open(ada, pathOf(id) + "/amounts/renewal-999").andExpect(status().isNotFound());
    open(bob, pathOf(id) + "/amounts/start").andExpect(status().isNotFound());
  }
}
