package org.evergreen.site.account;

import java.nio.charset.StandardCharsets;
import org.evergreen.download.Fetched;
import org.evergreen.download.SubscriberDownloads;
import org.evergreen.storefront.DownloadContent;
import org.evergreen.subscription.Subscription;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands files to those who may have them. */
@Controller
public class DownloadController {
  private final OwnSubscriptions subscriptions;
  private final SubscriberDownloads downloads;

  DownloadController(OwnSubscriptions subscriptions, SubscriberDownloads downloads) {
    this.subscriptions = subscriptions;
    this.downloads = downloads;
  }

  /**
   * A file, as an attachment whatever its type is, so that no browser runs it as a page.
   *
   * @param file key of one of the subscription's files; anything else is not found
   */
  @GetMapping("/account/subscriptions/{number}/downloads")
  public Object download(
      @PathVariable("number") String number,
      @RequestParam(name = "file", defaultValue = "") String file) {
    Subscription subscription = subscriptions.visible(number).subscription();
    Fetched fetched = downloads.open(subscriptions.customer(), subscription.id(), file);
    if (fetched instanceof Fetched.Content content) {
      return attachment(content.content());
    }
    if (fetched instanceof Fetched.Refused refused) {
      return ActionPages.problem(subscription.id().toString(), refused.sentence());
    }
    throw new SubscriptionNotFoundException();
  }

  private static ResponseEntity<InputStreamResource> attachment(DownloadContent content) {
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(content.file().name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .contentType(type(content.contentType()))
        .contentLength(content.file().size())
        .body(new InputStreamResource(content.stream()));
  }

  private static MediaType type(String contentType) {
    try {
      return MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException e) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }
}
