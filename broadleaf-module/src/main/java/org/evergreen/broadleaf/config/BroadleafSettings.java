package org.evergreen.broadleaf.config;

import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the Broadleaf module.
 *
 * @param renewalFulfillmentOption key of the fulfilment option that renewals are shipped by;
 *     without it the first one that fits what is shipped
 * @param mailFrom sender's address of the mails about subscriptions; without it they are kept and
 *     not sent
 * @param emailsVerified whether a customer's e-mail address in Broadleaf is always one that the
 *     shop has verified to be his; without it customers do not see, in My Account, what others gave
 *     them
 */
@ConfigurationProperties("evergreen.broadleaf")
public record BroadleafSettings(
    Optional<Long> renewalFulfillmentOption, Optional<String> mailFrom, boolean emailsVerified) {

  public BroadleafSettings {
    // Settings that are not there are bound as null.
    renewalFulfillmentOption =
        Objects.requireNonNullElse(renewalFulfillmentOption, Optional.empty());
    mailFrom = Objects.requireNonNullElse(mailFrom, Optional.empty());
  }
}
