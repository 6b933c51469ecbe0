package org.evergreen.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds the frame of a page for the one who looks at it. */
public class AdminFrames {

  private final AdminSettings settings;
  private final MerchantName merchantName;
  private final List<AdminLink> hostLinks;
  private final boolean sandbox;
  private final Supplier<Optional<CopyBanner>> copy;
  private final WebJars assets = new WebJars();

  /**
   * Builds frames.
   *
   * @param copy asked for every page
   */
  public AdminFrames(
      AdminSettings settings,
      MerchantName merchantName,
      List<AdminLink> hostLinks,
      boolean sandbox,
      Supplier<Optional<CopyBanner>> copy) {
    this.settings = settings;
    this.merchantName = merchantName;
    this.hostLinks = List.copyOf(hostLinks);
    this.sandbox = sandbox;
    this.copy = copy;
  }

  /** The frame for the answer to a request. */
  public AdminFrame of(HttpServletRequest request) {
    return new AdminFrame(
        settings.path(),
        settings.layout(),
        merchantName.of(request),
        menu(),
        hostLinks,
        sandbox,
        copy.get(),
        assets);
  }

  private List<AdminLink> menu() {
    String path = settings.path();
    return List.of(
        new AdminLink("Dashboard", "speedometer2", path, "dashboard"),
        new AdminLink("Plans", "card-checklist", path + "/plans", "plans"),
        new AdminLink("Change groups", "shuffle", path + "/change-groups", "change-groups"),
        new AdminLink("Products", "box-seam", path + "/products", "products"),
        new AdminLink("Subscriptions", "arrow-repeat", path + "/subscriptions", "subscriptions"),
        new AdminLink("Renewals", "calendar2-check", path + "/renewals", "renewals"),
        new AdminLink("Operations", "activity", path + "/operations", "operations"),
        new AdminLink("Settings", "gear", path + "/settings", "settings"));
  }
}
