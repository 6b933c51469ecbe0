package org.evergreen.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine.
 *
 * @param shop the shop that the subscriptions belong to
 * @param renewal how due subscriptions are renewed
 * @param notices how customers are written to
 * @param jobs work that runs by itself
 * @param health from when on the shop's work counts as stuck
 */
@ConfigurationProperties("evergreen")
public record EvergreenProperties(
    @DefaultValue Shop shop,
    @DefaultValue Renewal renewal,
    @DefaultValue Notices notices,
    @DefaultValue Jobs jobs,
    @DefaultValue Health health) {

  /**
   * The shop that the subscriptions belong to.
   *
   * @param zone time zone whose calendar days decide when a payment is due
   * @param currency ISO 4217 code of the currency in which plans are priced
   * @param name as customers know the shop
   * @param locale language tag that says how amounts and dates are written in e-mails to the
   *     merchant; customers have locales of their own
   * @param baseUrl where the shop is on the web, for links in e-mails; with the installation's id
   *     it says whether this is the shop or a copy of it
   * @param linkSecret what links that confirm payments are signed with, at least 32 characters;
   *     when empty the shop makes a key and keeps it in its database
   * @param installationFile where the random id of this installation is kept, outside of the
   *     database; relative to the directory in which the shop is started
   * @param installationId the id itself instead of the file, the same on all nodes of a cluster
   */
  public record Shop(
      @DefaultValue("UTC") ZoneId zone,
      @DefaultValue("USD") CurrencyUnit currency,
      @DefaultValue("Our shop") String name,
      @DefaultValue("en-US") String locale,
      @DefaultValue("http://localhost:8080") URI baseUrl,
      @DefaultValue("") String linkSecret,
      @DefaultValue("data/evergreen-installation") Path installationFile,
      @DefaultValue("") String installationId) {}

  /**
   * How due subscriptions are renewed.
   *
   * @param batchSize how many customers are claimed at once
   * @param workers how many batches one process works on at the same time
   * @param lease how long a claimed customer stays with one worker before another may take over
   * @param inFlight how many charges may wait for the gateway at the same time
   * @param recoverAfter age at which a charge without a known outcome is looked up at the gateway
   */
  public record Renewal(
      @DefaultValue("200") int batchSize,
      @DefaultValue("2") int workers,
      @DefaultValue("10m") Duration lease,
      @DefaultValue("16") int inFlight,
      @DefaultValue("5m") Duration recoverAfter) {}

  /**
   * How customers are written to.
   *
   * @param accountPath page of a customer's subscriptions, from the shop's root
   * @param attempts how often an e-mail is handed to the mail server before it is given up
   * @param retryAfter pause after the first attempt; each further one is four times as long
   */
  public record Notices(
      @DefaultValue("/account/subscriptions") String accountPath,
      @DefaultValue("6") int attempts,
      @DefaultValue("1m") Duration retryAfter) {}

  /**
   * Work that runs by itself.
   *
   * @param enabled whether this process runs renewals, endings and e-mails
   */
  public record Jobs(@DefaultValue("true") boolean enabled) {}

  /**
   * From when on the shop's work counts as stuck, for the health that it tells of itself.
   *
   * @param backlogAge for how long a renewal may be due and not begun
   * @param unknownAge for how long the gateway's answer to a charge may be missing
   */
  public record Health(
      @DefaultValue("1h") Duration backlogAge, @DefaultValue("2h") Duration unknownAge) {}
}
