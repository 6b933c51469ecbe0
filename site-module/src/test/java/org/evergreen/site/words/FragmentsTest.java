package org.evergreen.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.SellingMode;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** The fragments as a host's page includes them. */
class FragmentsTest {
  private static final BillingInterval MONTHLY = BillingInterval.every(1, IntervalUnit.MONTH);
  private static final String HOSTILE = "<script>alert(1)</script>";

  private final ShopTime time = new ShopTime(Clock.systemUTC(), ZoneOffset.UTC);
  private final SiteWords words = new SiteWords(Locale.US, time);
  private final PlanChooser chooser = new PlanChooser(words, new OfferWords(words, time));
  private final WebApplicationContextRunner host =
      new WebApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ThymeleafAutoConfiguration.class))
          .withBean("evergreenWords", SiteWords.class, () -> words)
          .withBean("evergreenPlanChooser", PlanChooser.class, () -> chooser);

  @Test
  void thePlanChooserIsALabelledGroupOfRadioButtons() {
    Document page = product(offer("Monthly"));

    Element group = page.selectFirst("fieldset");
    assertThat(group.selectFirst("legend").text()).isEqualTo("How would you like to buy it?");
    assertThat(group.select("input[type=radio][name=plan]").eachAttr("value"))
        .containsExactly("", "7");
    assertThat(group.select("input[checked]").eachAttr("value")).containsExactly("7");
    assertThat(group.select("input").eachAttr("id"))
        .isEqualTo(group.select("label").eachAttr("for"));
    assertThat(group.select("label").last().text())
        .isEqualTo("Monthly Save 10% $27.00 every month");
    String terms = group.select("input").last().attr("aria-describedby");
    assertThat(page.getElementById(terms).text()).isEqualTo("Runs until you cancel");
  }

  @Test
  void aPlansNameIsText() {
    Document page = product(offer(HOSTILE));

    assertThat(page.select(".evergreen-choice script")).isEmpty();
    assertThat(page.select(".evergreen-choice-title").last().text()).isEqualTo(HOSTILE);
  }

  @Test
  void recurringTotalsSayWhatIsPaidLater() {
    Document page = cart(List.of(total("27.00", "Coffee", "Razors"), total("99.00", "Club")));

    assertThat(page.selectFirst(".evergreen-total-today").text()).isEqualTo("Due today $54.00");
    assertThat(page.select(".evergreen-recurring > li").eachText())
        .containsExactly(
            "Coffee + Razors then $27.00 every month from 21 December 2026"
                + " Taxes and any shipping included",
            "Club then $99.00 every month from 21 December 2026 Taxes and any shipping included");
  }

  @Test
  void aCartWithoutPlansShowsNoRecurringTotals() {
    assertThat(cart(List.of()).select(".evergreen-recurring")).isEmpty();
  }

  @Test
  void theLayoutFindsItsStylesAndScriptWithoutInlineCode() {
    Document page = cart(List.of());

    assertThat(page.title()).isEqualTo("Cart");
    assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
        .hasSize(3)
        .allSatisfy(href -> assertThat(resource(href)).isNotNull());
    assertThat(page.select("script").eachAttr("src")).containsExactly("/evergreen/site.js");
    assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
  }

  private static Object resource(String href) {
    return FragmentsTest.class.getResource("/META-INF/resources" + href);
  }

  private Document product(ProductOffer offer) {
    return render("test/product", Map.of("offer", offer, "oneTimePrice", money("30.00")));
  }

  private Document cart(List<RecurringTotal> totals) {
    return render("test/cart", Map.of("dueToday", money("54.00"), "totals", totals));
  }

  private Document render(String template, Map<String, Object> model) {
    Document[] page = new Document[1];
    host.run(
        context -> {
          assertThat(context).hasNotFailed();
          page[0] = Jsoup.parse(html(context.getSourceApplicationContext(), template, model));
        });
    return page[0];
  }

  private static String html(
      WebApplicationContext context, String template, Map<String, Object> model) throws Exception {
    View view = context.getBean(ViewResolver.class).resolveViewName(template, Locale.US);
    MockHttpServletRequest request = new MockHttpServletRequest(new MockServletContext());
    request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
    MockHttpServletResponse response = new MockHttpServletResponse();
    view.render(model, request, response);
    return response.getContentAsString();
  }

  private static ProductOffer offer(String planName) {
    PlanOffer plan =
        new PlanOffer(
            new PlanId(7),
            planName,
            MONTHLY,
            money("27.00"),
            money("0.00"),
            Optional.empty(),
            OptionalInt.empty());
    return new ProductOffer(SellingMode.BOTH, List.of(plan), Optional.of(plan.plan()));
  }

  private static RecurringTotal total(String amount, String... names) {
    return new RecurringTotal(
        MONTHLY,
        OptionalInt.empty(),
        money(amount),
        true,
        Instant.parse("2026-12-21T10:00:00Z"),
        false,
        List.of(names));
  }

  private static Money money(String amount) {
    return Money.parse("USD " + amount);
  }
}
