package org.evergreen.settings;

/**
 * Everything that the merchant decides on the settings page.
 *
 * @param selfService what shoppers may do by themselves
 * @param changes how changes within a term are priced, unless a change group says otherwise
 * @param billing what happens when payments are late or were missed
 * @param dunning what is done about renewals that could not be paid
 * @param grouping which renewals are paid together
 * @param notices what is written before something happens
 * @param checkout what a cart may hold and offer
 * @param saveOffer what a shopper is offered before he cancels
 */
public record MerchantSettings(
    SelfService selfService,
    ChangePolicies changes,
    BillingRules billing,
    DunningRules dunning,
    GroupingRules grouping,
    NoticeRules notices,
    CheckoutRules checkout,
    SaveOffer saveOffer) {

  /** The settings of a shop whose merchant has changed nothing. */
  public static MerchantSettings defaults() {
    return new MerchantSettings(
        SelfService.defaults(),
        ChangePolicies.defaults(),
        BillingRules.defaults(),
        DunningRules.defaults(),
        GroupingRules.defaults(),
        NoticeRules.defaults(),
        CheckoutRules.defaults(),
        new SaveOffer.None());
  }

  /** The same with other rules for shoppers. */
  public MerchantSettings with(SelfService other) {
    return new MerchantSettings(
        other, changes, billing, dunning, grouping, notices, checkout, saveOffer);
  }

  /** The same with other rules for carts. */
  public MerchantSettings with(CheckoutRules other) {
    return new MerchantSettings(
        selfService, changes, billing, dunning, grouping, notices, other, saveOffer);
  }
}
