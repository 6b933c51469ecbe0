package org.evergreen.site.action;

/**
 * How an action is called and where it stands.
 *
 * @param slug last part of its address: small letters and hyphens
 * @param title on links and as the heading of its page, for example "Skip the next payment"
 * @param icon name of a Bootstrap icon
 * @param place where the subscription's page offers it
 */
public record ActionLabel(String slug, String title, String icon, Place place) {

  /** Where on a subscription's page an action is offered. */
  public enum Place {
    /** In plain sight, for what is done often. */
    MAIN("Often used"),
    /** Under "More", with what concerns payments and their dates. */
    PAYMENTS("Payments and dates"),
    /** Under "More", with what concerns the things that are delivered. */
    ITEMS("Items"),
    /** Under "More", with what ends the subscription or goes on with it. */
    ENDING("Ending"),
    /** Only where the page has a link to it. */
    ELSEWHERE("");

    private final String heading;

    Place(String heading) {
      this.heading = heading;
    }

    public String heading() {
      return heading;
    }
  }

  public ActionLabel {
    if (!slug.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "An action's slug is small letters and hyphens, not '" + slug + "'");
    }
  }
}
