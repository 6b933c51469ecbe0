package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evergreen.admin.WebJars;
import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.account.DemoLogin;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.CartCookie;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.catalog.Department;
import org.evergreen.demo.clock.DemoClock;
import org.evergreen.time.ShopTime;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * What the layout shows around every page, as the bean {@code shop}: pages of other modules and
 * error pages stand in it too, so it asks for nothing from the page's model.
 */
@Component("shop")
public class ShopFrame {

  /** What the shop is called. */
  public static final String NAME = "Fern & Kettle";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

  private final Carts carts;
  private final CartCookie cookie;
  private final HttpServletRequest request;
  private final boolean demo;
  private final Optional<DemoClock> clock;
  private final ShopTime time;
  private final WebJars assets = new WebJars();

  ShopFrame(
      Carts carts,
      CartCookie cookie,
      HttpServletRequest request,
      Environment environment,
      Optional<DemoClock> clock,
      ShopTime time) {
    this.carts = carts;
    this.cookie = cookie;
    this.request = request;
    this.demo = environment.acceptsProfiles(Profiles.of("demo & !production"));
    this.clock = clock;
    this.time = time;
  }

  public String name() {
    return NAME;
  }

  public List<Department> departments() {
    return List.of(Department.values());
  }

  /** Who is signed in; null in templates' terms when nobody is. */
  public ShopUser user() {
    return CurrentUser.get().orElse(null);
  }

  /** How many units are in the visitor's cart. */
  public int cartUnits() {
    return cookie.owner(request).map(carts::units).orElse(0);
  }

  /** Whether the pages that only a demo has are there. */
  public boolean isDemo() {
    return demo;
  }

  /** The logins that everybody may try. */
  public List<DemoLogin> demoLogins() {
    return List.of(DemoLogin.values());
  }

  /** The shop's date where the demo's clock was moved; null while it is today's. */
  public String movedDate() {
    return clock.filter(DemoClock::isMoved).map(moved -> DATE.format(time.today())).orElse(null);
  }

  /** The zone of the shop's calendar days. */
  public ZoneId zone() {
    return time.zone();
  }

  /** The path of htmx, relative to the application. */
  public String htmx() {
    return assets.htmx("dist/htmx.min.js");
  }
}
