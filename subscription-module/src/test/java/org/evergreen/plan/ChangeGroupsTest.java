package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.DraftBuilder.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.ChangePolicies.AppliesTo;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Length;
import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeGroupsTest {

  private static final ProductId COFFEE = new ProductId("coffee");
  private static final ProductId TEA = new ProductId("tea");
  private static final PolicyOverrides ALL_OTHER =
      new PolicyOverrides(
          Optional.of(Switching.UP_ONLY),
          Optional.of(Upgrade.SHORTEN),
          Optional.of(Downgrade.EXTEND),
          Optional.of(SignUpFee.DIFFERENCE),
          Optional.of(Length.SUBTRACT_PAID),
          Optional.of(AppliesTo.NOT_PHYSICAL));

  private static TestShop shop;
  private static ChangeGroups groups;
  private static Plans plans;

  @BeforeAll
  static void open() {
    shop = TestShop.in("UTC", "2026-01-31T10:00:00Z");
    groups = shop.get(ChangeGroups.class);
    plans = shop.get(Plans.class);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
  }

  @Test
  void everyPartOfAGroupIsKept() {
    ChangeGroupId id = groups.create(draft("Hot drinks", Set.of(COFFEE, TEA), ALL_OTHER));
    assertThat(groups.find(id))
        .contains(new ChangeGroup(id, 0, "Hot drinks", Set.of(COFFEE, TEA), ALL_OTHER));
    ChangeGroupId plain = groups.create(draft("Plain", Set.of(), PolicyOverrides.none()));
    assertThat(groups.find(plain))
        .contains(new ChangeGroup(plain, 0, "Plain", Set.of(), PolicyOverrides.none()));
    assertThat(groups.find(new ChangeGroupId(4711))).isEmpty();
  }

  @Test
  void groupsAreListedByName() {
    groups.create(draft("Tea", Set.of(TEA), PolicyOverrides.none()));
    groups.create(draft("Coffee", Set.of(COFFEE), PolicyOverrides.none()));
    assertThat(groups.all()).extracting(ChangeGroup::name).containsExactly("Coffee", "Tea");
    assertThat(groups.all())
        .extracting(ChangeGroup::products)
        .containsExactly(Set.of(COFFEE), Set.of(TEA));
  }

  @Test
  void policiesAreTheShopsUnlessTheGroupHasItsOwn() {
    ChangePolicies shopPolicies = ChangePolicies.defaults();
    ChangeGroup plain = group(Set.of(), PolicyOverrides.none());
    assertThat(plain.policies(shopPolicies)).isEqualTo(shopPolicies);
    assertThat(group(Set.of(), ALL_OTHER).policies(shopPolicies))
        .isEqualTo(
            new ChangePolicies(
                Switching.UP_ONLY,
                Upgrade.SHORTEN,
                Downgrade.EXTEND,
                SignUpFee.DIFFERENCE,
                Length.SUBTRACT_PAID,
                AppliesTo.NOT_PHYSICAL));
    PolicyOverrides one =
        new PolicyOverrides(
            Optional.empty(),
            Optional.of(Upgrade.RESTART),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(group(Set.of(), one).policies(shopPolicies))
        .isEqualTo(
            new ChangePolicies(
                Switching.UP_AND_DOWN,
                Upgrade.RESTART,
                Downgrade.AT_RENEWAL,
                SignUpFee.NONE,
                Length.RESTART,
                AppliesTo.ALL_PRODUCTS));
  }

  @Test
  void productsOfTheGroupAreSwappedAmongEachOther() {
    ProductId bread = new ProductId("bread");
    ChangeGroup hot = group(Set.of(COFFEE, TEA), PolicyOverrides.none());
    assertThat(hot.allowsSwap(COFFEE, TEA)).isTrue();
    assertThat(hot.allowsSwap(COFFEE, bread)).isFalse();
    assertThat(hot.allowsSwap(bread, COFFEE)).isFalse();
    assertThat(hot.allowsSwap(bread, bread)).isTrue();
  }

  @Test
  void groupOfAPlanIsFound() {
    ChangeGroupId hot = groups.create(draft("Hot", Set.of(COFFEE), ALL_OTHER));
    ChangeGroupId cold = groups.create(draft("Cold", Set.of(), PolicyOverrides.none()));
    PlanId monthly = plans.create(plan("Monthly").group(hot).build());
    PlanId yearly = plans.create(plan("Yearly").group(hot).build());
    PlanId iced = plans.create(plan("Iced").group(cold).build());
    PlanId alone = plans.create(plan("Alone").build());
    assertThat(groups.ofPlan(monthly).orElseThrow())
        .isEqualTo(new ChangeGroup(hot, 0, "Hot", Set.of(COFFEE), ALL_OTHER));
    assertThat(groups.ofPlan(alone)).isEmpty();
    assertThat(groups.ofPlans(List.of(monthly, yearly, iced, alone, new PlanId(4711))))
        .containsOnlyKeys(monthly, yearly, iced)
        .hasEntrySatisfying(yearly, group -> assertThat(group.id()).isEqualTo(hot))
        .hasEntrySatisfying(iced, group -> assertThat(group.id()).isEqualTo(cold));
    assertThat(groups.ofPlans(List.of())).isEmpty();
  }

  @Test
  void revisionReplacesEverythingAndMakesAnOlderFormStale() {
    ChangeGroupId id = groups.create(draft("Hot", Set.of(COFFEE), ALL_OTHER));
    groups.revise(id, 0, draft("Warm", Set.of(TEA), PolicyOverrides.none()));
    ChangeGroup revised = new ChangeGroup(id, 1, "Warm", Set.of(TEA), PolicyOverrides.none());
    assertThat(groups.find(id)).contains(revised);
    ChangeGroupDraft late = draft("Late", Set.of(), ALL_OTHER);
    assertThatThrownBy(() -> groups.revise(id, 0, late))
        .isInstanceOf(StaleChangeGroupException.class)
        .hasMessage(
            "Change group "
                + id
                + " was changed by somebody else since version 0;"
                + " open it again and repeat the change");
    assertThat(groups.find(id)).contains(revised);
    assertThatThrownBy(() -> groups.revise(new ChangeGroupId(4711), 0, late))
        .isInstanceOf(UnknownChangeGroupException.class)
        .hasMessage("There is no change group 4711");
  }

  @Test
  void nameBelongsToOneGroup() {
    ChangeGroupId hot = groups.create(draft("Hot", Set.of(COFFEE), ALL_OTHER));
    ChangeGroupId cold = groups.create(draft("Cold", Set.of(TEA), PolicyOverrides.none()));
    assertThatThrownBy(() -> groups.create(draft("Hot", Set.of(TEA), PolicyOverrides.none())))
        .isInstanceOf(ChangeGroupNameTakenException.class)
        .hasMessage("There is a change group 'Hot' already; give it another name");
    assertThatThrownBy(() -> groups.revise(cold, 0, draft("Hot", Set.of(), ALL_OTHER)))
        .isInstanceOf(ChangeGroupNameTakenException.class);
    assertThat(groups.find(cold).orElseThrow().products()).containsExactly(TEA);
    assertThat(groups.all()).extracting(ChangeGroup::id).containsExactly(cold, hot);
  }

  @Test
  void ofTwoSimultaneousRevisionsOneWinsAndTheOthersAreTold() {
    ChangeGroupId id = groups.create(draft("Hot", Set.of(COFFEE), ALL_OTHER));
    AtomicInteger numbers = new AtomicInteger();
    List<String> outcomes =
        Concurrently.call(
            4,
            () -> {
              String name = "Revision " + numbers.incrementAndGet();
              try {
                groups.revise(id, 0, draft(name, Set.of(new ProductId(name)), ALL_OTHER));
                return name;
              } catch (StaleChangeGroupException e) {
                return "stale";
              }
            });
    List<String> winners = outcomes.stream().filter(name -> !name.equals("stale")).toList();
    assertThat(winners).hasSize(1);
    ChangeGroup kept = groups.find(id).orElseThrow();
    assertThat(kept.name()).isEqualTo(winners.get(0));
    assertThat(kept.products()).containsExactly(new ProductId(winners.get(0)));
    assertThat(kept.version()).isEqualTo(1);
  }

  @Test
  void groupIsDeletedOnceNoPlanBelongsToIt() {
    ChangeGroupId hot = groups.create(draft("Hot", Set.of(COFFEE, TEA), ALL_OTHER));
    ChangeGroupId cold = groups.create(draft("Cold", Set.of(TEA), PolicyOverrides.none()));
    PlanId monthly = plans.create(plan("Monthly").group(hot).build());

    assertThatThrownBy(() -> groups.delete(hot))
        .isInstanceOf(ChangeGroupInUseException.class)
        .hasMessage("Plans belong to change group " + hot + "; take them out of it first");
    assertThat(groups.find(hot).orElseThrow().products()).containsExactlyInAnyOrder(COFFEE, TEA);

    plans.revise(monthly, 0, plan("Monthly").build());
    groups.delete(hot);

    assertThat(groups.all()).extracting(ChangeGroup::id).containsExactly(cold);
    assertThatThrownBy(() -> groups.delete(hot)).isInstanceOf(UnknownChangeGroupException.class);
  }

  private static ChangeGroup group(Set<ProductId> products, PolicyOverrides overrides) {
    return new ChangeGroup(new ChangeGroupId(1), 0, "Group", products, overrides);
  }

  private static ChangeGroupDraft draft(
      String name, Set<ProductId> products, PolicyOverrides overrides) {
    return new ChangeGroupDraft(name, products, overrides);
  }
}
