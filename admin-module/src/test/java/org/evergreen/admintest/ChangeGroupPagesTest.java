package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evergreen.plan.ChangeGroup;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.Plans;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.settings.SettingsStore;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.testing.DraftBuilder;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.SettingsBuilder;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class ChangeGroupPagesTest {

  private static final String FORM = "main form";

  private final Browser browser;
  private final TestDatabase database;
  private final FakeStorefront storefront;
  private final ChangeGroups groups;
  private final Plans plans;
  private final SettingsStore settings;

  @Autowired
  ChangeGroupPagesTest(
      MockMvc mvc,
      TestDatabase database,
      FakeStorefront storefront,
      ChangeGroups groups,
      Plans plans,
      SettingsStore settings) {
    this.browser = new Browser(mvc);
    this.database = database;
    this.storefront = storefront;
    this.groups = groups;
    this.plans = plans;
    this.settings = settings;
  }

  @BeforeEach
  void open() {
    emptyShop();
    storefront.product("House Blend", ProductKind.PHYSICAL, "12.00");
    storefront.product("Dark Roast", ProductKind.PHYSICAL, "14.00");
  }

  @AfterEach
  void emptyShop() {
    database.empty();
    settings.forget();
  }

  @Test
  void newGroupIsSavedAsItWasTyped() {
    Form form = browser.open("/admin/change-groups/new").form(FORM);

    Page answer =
        browser.send(
            form.set("name", " Coffee ")
                .set("products", "house-blend", "dark-roast")
                .set("allowed", "UP_ONLY")
                .set("upgrade", "RESTART"));

    assertThat(answer.redirect()).isEqualTo("/admin/change-groups");
    assertThat(answer.done()).isEqualTo("Change group \"Coffee\" is saved.");
    ChangeGroup group = onlyGroup();
    assertThat(group.name()).isEqualTo("Coffee");
    assertThat(group.products())
        .containsExactlyInAnyOrder(new ProductId("house-blend"), new ProductId("dark-roast"));
    assertThat(group.overrides().allowed()).contains(Switching.UP_ONLY);
    assertThat(group.overrides().upgrade()).contains(Upgrade.RESTART);
    assertThat(group.overrides().downgrade()).isEmpty();
  }

  @Test
  void listNamesPlansProductsAndPolicies() {
    newGroupIsSavedAsItWasTyped();
    plans.create(DraftBuilder.plan("Monthly").group(onlyGroup().id()).build());
    plans.create(DraftBuilder.plan("Yearly").group(onlyGroup().id()).inactive().build());

    Page list = browser.open("/admin/change-groups");

    assertThat(list.text("td[data-label=Group]")).isEqualTo("Coffee");
    assertThat(list.text("td[data-label=Plans]")).isEqualTo("Monthly, Yearly");
    assertThat(list.text("td[data-label='Products to swap']")).isEqualTo("Dark Roast, House Blend");
    assertThat(list.texts("td[data-label='Policies of its own'] li"))
        .containsExactly(
            "Switch: To dearer plans only",
            "For more: Start a new cycle now, less what is left of the old one");
    Page edit = browser.open("/admin/change-groups/" + onlyGroup().id());
    assertThat(edit.texts("section ul li")).containsExactly("Monthly", "Yearly (not offered)");
    assertThat(edit.form(FORM).value("upgrade")).isEqualTo("RESTART");
    assertThat(edit.form(FORM).values("products"))
        .containsExactlyInAnyOrder("house-blend", "dark-roast");
  }

  @Test
  void policyOfTheShopIsNamed() {
    settings.save(SettingsBuilder.settings().downgrade(Downgrade.CREDIT).build(), "pat");

    Page blank = browser.open("/admin/change-groups/new");

    assertThat(blank.text("#downgrade option[selected]"))
        .isEqualTo("As in the shop: Changes now, the difference is credited");
  }

  @Test
  void wrongFieldsAreToldAndNothingIsSaved() {
    Form form = browser.open("/admin/change-groups/new").form(FORM);

    Page again =
        browser.send(
            form.set("name", "").set("products", "gone").set("upgrade", "FREE").set("length", "x"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message("name")).isEqualTo("Give it a name");
    assertThat(again.message("upgrade")).isEqualTo("Choose one of the list, or the shop's");
    assertThat(again.message("length")).isEqualTo("Choose one of the list, or the shop's");
    assertThat(again.texts(".invalid-feedback"))
        .contains("Untick 'gone'; no such product is in the catalog");
    assertThat(again.text(".alert-danger"))
        .isEqualTo("The group is not saved: 4 fields need your attention.");
    assertThat(groups.all()).isEmpty();
  }

  @Test
  void nameOfAnotherGroupIsRefused() {
    newGroupIsSavedAsItWasTyped();

    Page again =
        browser.send(browser.open("/admin/change-groups/new").form(FORM).set("name", "Coffee"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message("name"))
        .isEqualTo("There is a change group of this name; give it another one");
    assertThat(groups.all()).hasSize(1);
  }

  @Test
  void editOfAGroupThatSomebodyElseChangedIsToldAndNotSaved() {
    newGroupIsSavedAsItWasTyped();
    String address = "/admin/change-groups/" + onlyGroup().id();
    Page mine = browser.open(address);
    browser.send(browser.open(address).form(FORM).set("name", "Theirs"));

    Page told = browser.send(mine.form(FORM).set("name", "Mine").set("upgrade", ""));

    assertThat(told.status()).isEqualTo(409);
    assertThat(told.text(".alert-warning")).startsWith("Somebody else changed this group");
    assertThat(onlyGroup().name()).isEqualTo("Theirs");
    browser.send(told.form(FORM));
    assertThat(onlyGroup().name()).isEqualTo("Mine");
    assertThat(onlyGroup().overrides().upgrade()).isEqualTo(Optional.empty());
  }

  @Test
  void searchingProductsKeepsWhatWasTyped() {
    Form form = browser.open("/admin/change-groups/new").form(FORM);

    Page found =
        browser.send(
            form.set("name", "Coffee")
                .set("products", "house-blend")
                .set("find", "dark")
                .set("search", "true"));

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.form(FORM).value("name")).isEqualTo("Coffee");
    assertThat(found.texts("#product-choices label")).containsExactly("House Blend", "Dark Roast");
    assertThat(groups.all()).isEmpty();
  }

  @Test
  void groupWithoutPlansIsDeleted() {
    newGroupIsSavedAsItWasTyped();
    Page page = browser.open("/admin/change-groups/" + onlyGroup().id());

    Page answer = browser.send(page, "form[action$=delete]");

    assertThat(answer.redirect()).isEqualTo("/admin/change-groups");
    assertThat(answer.done()).isEqualTo("Change group \"Coffee\" is deleted.");
    assertThat(groups.all()).isEmpty();
    assertThat(browser.open("/admin/change-groups/new").has("#delete")).isFalse();
  }

  @Test
  void groupWithPlansIsNotDeleted() {
    newGroupIsSavedAsItWasTyped();
    String address = "/admin/change-groups/" + onlyGroup().id();
    plans.create(DraftBuilder.plan("Monthly").group(onlyGroup().id()).inactive().build());

    Page page = browser.open(address);
    Page answer = browser.send(address + "/delete");

    assertThat(page.has("form[action$=delete]")).isFalse();
    assertThat(page.text("#delete p"))
        .isEqualTo(
            "A group to which plans belong cannot be deleted. Choose another group, or none, on the"
                + " page of each.");
    assertThat(answer.redirect()).isEqualTo(address);
    assertThat(answer.problem())
        .isEqualTo(
            "Not deleted: plans belong to change group \"Coffee\". Choose another group, or none,"
                + " on the page of each.");
    assertThat(onlyGroup().name()).isEqualTo("Coffee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "0", "-1", "abc", "99999999999999999999"})
  void groupThatDoesNotExistIsNotFound(String id) {
    Page page = browser.open("/admin/change-groups/" + id);

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text("main")).contains("There is no change group with the number " + id);
    assertThat(browser.send("/admin/change-groups/" + id, "name", "x").status()).isEqualTo(404);
    assertThat(browser.send("/admin/change-groups/" + id + "/delete").status()).isEqualTo(404);
  }

  private ChangeGroup onlyGroup() {
    List<ChangeGroup> all = groups.all();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
