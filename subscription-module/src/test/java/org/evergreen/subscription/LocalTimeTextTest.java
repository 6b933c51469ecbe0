package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class LocalTimeTextTest {

  /** In Chatham, the zone of the server in these tests, clocks go from 2:45 to 3:45 that night. */
  @Test
  void anchorIsKeptEvenWhereTheServersZoneHasNoSuchTime() {
    assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Chatham");
    try (SubscriptionFixture fixture = new SubscriptionFixture()) {
      fixture.shop.clock().set("2026-09-27T01:00:00.123456Z");
      LocalDateTime local = LocalDateTime.parse("2026-09-27T03:00:00.123456");
      SubscriptionId id = fixture.start(monthly("10"));
      assertThat(fixture.queries.scheduleOf(fixture.get(id)).anchor()).isEqualTo(local);
      assertThat(
              fixture
                  .shop
                  .jdbc()
                  .queryForObject("select anchor from evergreen_subscription", String.class))
          .isEqualTo("2026-09-27T03:00:00.123456");
    }
  }
}
