package org.evergreen.admin.plan;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.AdminWords;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.storefront.Catalog;
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
  PlanPages evergreenPlanPages(
      AdminSettings settings,
      Plans plans,
      PlanFormReader reader,
      Catalog catalog,
      PlanInWords words) {
    return new PlanPages(
        settings,
        plans,
        reader,
        new PlanList(plans, catalog, words),
        new ProductChoices(catalog),
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
}
