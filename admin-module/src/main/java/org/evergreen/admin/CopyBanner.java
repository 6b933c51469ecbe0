package org.evergreen.admin;

import java.util.Optional;
import org.evergreen.installation.IdentityCheck;

/**
 * What every page says while nothing is charged, because this is a copy of the shop or may be one.
 *
 * @param problem why the installation is not known; empty when it is
 * @param recorded the shop that the database belongs to
 * @param here which one this is
 * @param difference what differs, as a sentence
 * @param declared who has said when that this is a copy; empty while nobody has
 */
public record CopyBanner(
    String problem, String recorded, String here, String difference, String declared) {

  /** The banner that follows from a check; none in the shop itself. */
  static Optional<CopyBanner> of(IdentityCheck check, AdminWords words) {
    if (check instanceof IdentityCheck.Unreadable unreadable) {
      return Optional.of(new CopyBanner(unreadable.problem(), "", "", "", ""));
    }
    if (check instanceof IdentityCheck.Copy copy) {
      String declared =
          copy.declared().map(said -> said.by() + " on " + words.dateTime(said.at())).orElse("");
      return Optional.of(
          new CopyBanner(
              "",
              copy.recorded().installation()
                  + ", since "
                  + words.dateTime(copy.recorded().at())
                  + " by "
                  + copy.recorded().by(),
              copy.here().toString(),
              copy.difference(),
              declared));
    }
    return Optional.empty();
  }

  /** Whether nobody can say anything until the installation is known. */
  public boolean isUnreadable() {
    return !problem.isEmpty();
  }

  /** Whether somebody has said that this is a copy. */
  public boolean isDeclared() {
    return !declared.isEmpty();
  }
}
