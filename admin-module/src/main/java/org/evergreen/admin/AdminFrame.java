package org.evergreen.admin;

import java.util.List;
import java.util.Optional;

/**
 * What the layout shows around a page.
 *
 * @param path where the merchant's pages are mounted
 * @param layout the layout's template
 * @param merchant who is signed in
 * @param menu links to our own sections
 * @param hostLinks links of the host
 * @param sandbox whether payments are only played
 * @param copy shown on every page of a shop that is a copy, or may be one
 * @param assets where style sheets and scripts are
 */
public record AdminFrame(
    String path,
    String layout,
    String merchant,
    List<AdminLink> menu,
    List<AdminLink> hostLinks,
    boolean sandbox,
    Optional<CopyBanner> copy,
    WebJars assets) {

  /** The address of a page of ours, for link expressions: the path, then {@code page}. */
  public String to(String page) {
    return path + page;
  }
}
