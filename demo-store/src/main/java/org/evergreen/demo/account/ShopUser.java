package org.evergreen.demo.account;

import java.util.List;
import org.evergreen.storefront.CustomerId;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Who is signed in; its user name is the e-mail address. */
public final class ShopUser extends User {

  private static final long serialVersionUID = 1L;

  private final long accountId;
  private final Role role;
  private final String firstName;

  /**
   * A user.
   *
   * @param enabled whether he may sign in
   */
  ShopUser(Account account, String passwordHash, boolean enabled) {
    super(
        account.email(),
        passwordHash,
        enabled,
        true,
        true,
        true,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
    this.accountId = account.id();
    this.role = account.role();
    this.firstName = account.firstName();
  }

  public long accountId() {
    return accountId;
  }

  public boolean isMerchant() {
    return role == Role.MERCHANT;
  }

  public boolean isShopper() {
    return role == Role.SHOPPER;
  }

  public String firstName() {
    return firstName;
  }

  /** The shopper as the engine knows him. */
  public CustomerId customer() {
    return new CustomerId(Long.toString(accountId));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShopUser user && user.accountId == accountId;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(accountId);
  }

  @Override
  public String toString() {
    return "ShopUser[" + accountId + ", " + role + "]";
  }
}
