package org.evergreen.admin.plan;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.AdminWords;
import org.evergreen.plan.ChangeGroupFormReader;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.Catalog;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this package. */
@Configuration(proxyBeanMethods = false)
public class PlanPagesConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PlanInWords evergreenPlanInWords(AdminWords words) {
    return new PlanInWords(words);
  }

  @Bean
  PlanDesk evergreenPlanDesk(
      PlanFormReader reader,
      Catalog catalog,
      ChangeGroups groups,
      ShopTime time,
      AdminWords words) {
    PlanPreview preview = new PlanPreview(reader, catalog, time, words);
    return new PlanDesk(new ProductChoices(catalog), groups, preview, reader, time);
  }

  @Bean
  PlanPages evergreenPlanPages(
      AdminSettings settings,
      Plans plans,
      PlanFormReader reader,
      Catalog catalog,
      PlanDesk desk,
      PlanInWords words) {
    return new PlanPages(
        settings,
        plans,
        reader,
        new PlanList(plans, catalog, words),
        new ProductChoices(catalog),
        desk,
        words);
  }

  @Bean
  SellingPages evergreenSellingPages(
      AdminSettings settings,
      Catalog catalog,
      Plans plans,
      ProductSelling selling,
      PlanInWords planWords,
      AdminWords words) {
    return new SellingPages(settings, new SellingDesk(catalog, plans, selling, planWords, words));
  }

  @Bean
  ChangeGroupPages evergreenChangeGroupPages(
      AdminSettings settings,
      ChangeGroups groups,
      ChangeGroupFormReader reader,
      Plans plans,
      Catalog catalog,
      Settings shopSettings) {
    ChangeGroupDesk desk = new ChangeGroupDesk(groups, plans, catalog, shopSettings);
    return new ChangeGroupPages(settings, groups, reader, desk);
  }
}
