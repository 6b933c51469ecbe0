package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evergreen.money.Percentage;
import org.evergreen.settings.BillingRules.MissedCycles;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.SaveOffer;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.settings.Setting;
import org.evergreen.settings.SettingsStore;
import org.evergreen.settings.ShopSettings;
import org.evergreen.testing.SettingsBuilder;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class SettingsPagesTest {

  private static final String FORM = "form.admin-settings";

  private final Browser browser;
  private final TestDatabase database;
  private final SettingsStore store;

  @Autowired
  SettingsPagesTest(MockMvc mvc, TestDatabase database, SettingsStore store) {
    this.browser = new Browser(mvc);
    this.database = database;
    this.store = store;
  }

  @BeforeEach
  @AfterEach
  void emptyShop() {
    database.empty();
    store.forget();
  }

  @Test
  void everySettingIsOnThePageWithItsDefaultAndHelp() {
    Page page = browser.open("/admin/settings");

    List<String> names = ShopSettings.all().stream().<String>map(Setting::name).toList();
    assertThat(page.document().select(FORM + " [id][name]").eachAttr("name"))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(names)
        .allSatisfy(name -> assertThat(help(page, name)).as(name).contains("Default: "));
    assertThat(help(page, "changes.upgrade"))
        .isEqualTo(
            "What happens when the new plan or quantity costs more per day."
                + " Default: pay the difference for the days left now.");
    assertThat(help(page, "self-service.pause"))
        .isEqualTo("Nothing is charged while it is paused. Default: yes.");
    assertThat(help(page, "billing.access-days")).endsWith("Default: 7.");
  }

  @Test
  void untouchedPageSavesTheDefaults() {
    Page saved = browser.send(browser.open("/admin/settings").form(FORM));

    assertThat(saved.redirect()).isEqualTo("/admin/settings");
    assertThat(saved.done()).isEqualTo("The settings are saved.");
    assertThat(store.current()).isEqualTo(MerchantSettings.defaults());
  }

  @Test
  void whatIsChangedHoldsAtOnceAndIsShownAgain() {
    Form form = browser.open("/admin/settings").form(FORM);

    browser.send(
        form.without("self-service.pause")
            .without("checkout.gifts")
            .set("self-service.pauses-per-year", "1")
            .set("changes.upgrade", "RESTART")
            .set("billing.missed-cycles", "EACH")
            .set("save-offer.kind", "DISCOUNT")
            .set("save-offer.percent", "12.5")
            .set("save-offer.payments", "2"));

    MerchantSettings now = store.current();
    assertThat(now.selfService().allows(Action.PAUSE)).isFalse();
    assertThat(now.selfService().allows(Action.SKIP)).isTrue();
    assertThat(now.selfService().pausesPerYear()).isEqualTo(1);
    assertThat(now.changes().upgrade()).isEqualTo(Upgrade.RESTART);
    assertThat(now.billing().missedCycles()).isEqualTo(MissedCycles.EACH);
    assertThat(now.checkout().gifts()).isFalse();
    assertThat(now.saveOffer()).isEqualTo(new SaveOffer.Discount(Percentage.of("12.5"), 2));
    Form again = browser.open("/admin/settings").form(FORM);
    assertThat(again.value("self-service.pause")).isNull();
    assertThat(again.value("self-service.skip")).isEqualTo("true");
    assertThat(again.value("changes.upgrade")).isEqualTo("RESTART");
    assertThat(again.value("save-offer.percent")).isEqualTo("12.5");
    assertThat(changedBy("changes.upgrade")).isEqualTo("pat");
  }

  private String changedBy(String name) {
    return database
        .jdbc()
        .queryForObject(
            "select changed_by from evergreen_setting where name = ?", String.class, name);
  }

  @ParameterizedTest
  @CsvSource({
    "billing.access-days, '', Enter a whole number from 0 to 365",
    "billing.access-days, 366, 'Enter a whole number from 0 to 365, not ''366'''",
    "billing.unpaid-order-days, 0, 'Enter a whole number from 1 to 365, not ''0'''",
    "self-service.pauses-per-year, many, 'Enter a whole number from 0 to 99, not ''many'''",
    "changes.downgrade, GIVE, Choose one of the values in the list",
    "save-offer.kind, MONEY, Choose one of the values in the list"
  })
  void wrongSettingIsToldAndNothingIsSaved(String name, String typed, String message) {
    Form form = browser.open("/admin/settings").form(FORM);

    Page again = browser.send(form.set("changes.upgrade", "RESTART").set(name, typed));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text("[id='" + name + "-help'] .invalid-feedback")).isEqualTo(message);
    assertThat(again.texts(".invalid-feedback")).hasSize(1);
    assertThat(again.text(".alert-danger"))
        .isEqualTo("Nothing is saved: one field needs your attention.");
    assertThat(again.form(FORM).value("changes.upgrade")).isEqualTo("RESTART");
    assertThat(store.current()).isEqualTo(MerchantSettings.defaults());
  }

  @Test
  void wrongDiscountToStayIsToldAtBothFields() {
    Form form = browser.open("/admin/settings").form(FORM);

    Page again =
        browser.send(
            form.set("save-offer.kind", "DISCOUNT")
                .set("save-offer.percent", "101")
                .set("save-offer.payments", "0"));

    assertThat(again.texts(".invalid-feedback"))
        .containsExactly(
            "Enter a percentage above 0 and at most 100, for example 12.5, not '101'",
            "Enter a whole number from 1 to 120, not '0'");
    assertThat(again.text(".alert-danger"))
        .isEqualTo("Nothing is saved: 2 fields need your attention.");
  }

  @Test
  void settingsThatSomebodyElseChangedMeanwhileAreNotOverwritten() {
    Form mine = browser.open("/admin/settings").form(FORM);
    MerchantSettings theirs = SettingsBuilder.settings().pausesPerYear(9).build();
    store.save(theirs, "somebody");

    Page told = browser.send(mine.set("changes.upgrade", "RESTART"));

    assertThat(told.status()).isEqualTo(409);
    assertThat(told.text(".alert-warning")).startsWith("Somebody else changed the settings");
    assertThat(store.current()).isEqualTo(theirs);

    browser.send(told.form(FORM));
    assertThat(store.current())
        .isEqualTo(SettingsBuilder.settings().upgrade(Upgrade.RESTART).build());
  }

  @Test
  void formWithoutAnyFieldIsRefusedFieldByField() {
    Page again = browser.send("/admin/settings");

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.texts(".invalid-feedback")).isNotEmpty();
    assertThat(store.current()).isEqualTo(MerchantSettings.defaults());
  }

  private static String help(Page page, String name) {
    return page.text("[id='" + name + "-help']");
  }
}
