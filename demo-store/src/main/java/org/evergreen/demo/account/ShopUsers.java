package org.evergreen.demo.account;

import org.evergreen.form.Typed;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds accounts for signing in. */
@Component
public class ShopUsers implements UserDetailsService {

  private final Accounts accounts;
  private final boolean demo;

  ShopUsers(Accounts accounts, Environment environment) {
    this.accounts = accounts;
    this.demo = environment.acceptsProfiles(Profiles.of("demo & !production"));
  }

  @Override
  public ShopUser loadUserByUsername(String email) {
    return accounts
        .find(Typed.line(email))
        .map(this::user)
        .orElseThrow(() -> new UsernameNotFoundException("No account with this e-mail address"));
  }

  private ShopUser user(Account account) {
    boolean maySignIn = demo || !DemoLogin.isKnown(account.email());
    return new ShopUser(account, accounts.passwordHash(account.id()), maySignIn);
  }
}
