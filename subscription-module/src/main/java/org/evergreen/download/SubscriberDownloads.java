package org.evergreen.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.time.ShopTime;

/** The files of a subscription, for its owner and for the one it was given to. */
public class SubscriberDownloads {
  private final Downloads downloads;
  private final Subscribers subscribers;
  private final LadderAccess ladder;
  private final Settings settings;
  private final ShopTime time;

  public SubscriberDownloads(
      Downloads downloads,
      Subscribers subscribers,
      LadderAccess ladder,
      Settings settings,
      ShopTime time) {
    this.downloads = downloads;
    this.subscribers = subscribers;
    this.ladder = ladder;
    this.settings = settings;
    this.time = time;
  }

  /** The files of all its downloadable products, each product's oldest first. */
  public List<SubscriberFile> of(Subscription subscription) {
    Map<ProductId, DownloadRelease> releases = releases(subscription);
    if (releases.isEmpty()) {
      return List.of();
    }
    Map<ProductId, List<DownloadFile>> files = downloads.files(releases.keySet());
    DownloadRights rights =
        new DownloadRights(time.zone(), settings.current().billing().accessDays());
    Subscriber subscriber =
        Subscriber.of(
            subscription,
            subscription.status() == SubscriptionStatus.PAST_DUE
                && ladder.isLeftTo(subscription.id()));
    List<SubscriberFile> all = new ArrayList<>();
    releases.forEach(
        (product, release) ->
            files
                .getOrDefault(product, List.of())
                .forEach(
                    file ->
                        all.add(
                            new SubscriberFile(
                                file,
                                rights.refusal(subscriber, release, file.addedAt(), time.now())))));
    return all;
  }

  /** By product; one that is delivered under two offers is released by the more generous. */
  private static Map<ProductId, DownloadRelease> releases(Subscription subscription) {
    Map<ProductId, DownloadRelease> releases = new LinkedHashMap<>();
    subscription.lines().stream()
        .filter(line -> line.kind() == ProductKind.DOWNLOADABLE)
        .forEach(line -> releases.merge(line.product(), release(line), SubscriberDownloads::more));
    return releases;
  }

  private static DownloadRelease release(SubscriptionLine line) {
    return line.offer()
        .map(PlanOffer::conditions)
        .map(conditions -> conditions.downloads())
        .orElse(DownloadRelease.ALL_AT_ONCE);
  }

  private static DownloadRelease more(DownloadRelease one, DownloadRelease other) {
    return one == DownloadRelease.ALL_AT_ONCE ? one : other;
  }

  /**
   * Opens a file for somebody.
   *
   * @param customer who asks: the owner or the recipient
   * @param fileId may be anything
   */
  public Fetched open(CustomerId customer, SubscriptionId subscription, String fileId) {
    return subscribers
        .find(customer, subscription)
        .flatMap(
            found -> of(found).stream().filter(it -> it.file().id().equals(fileId)).findFirst())
        .map(this::open)
        .orElseGet(Fetched.Unknown::new);
  }

  private Fetched open(SubscriberFile file) {
    Optional<String> refusal = file.refusal();
    if (refusal.isPresent()) {
      return new Fetched.Refused(refusal.get());
    }
    return downloads
        .open(file.file().id())
        .<Fetched>map(Fetched.Content::new)
        .orElseGet(Fetched.Unknown::new);
  }
}
