package org.evergreen.broadleaf.config;

import java.util.List;
import org.broadleafcommerce.common.demo.AutoImportPersistenceUnit;
import org.broadleafcommerce.common.demo.AutoImportSql;
import org.broadleafcommerce.common.demo.AutoImportStage;
import org.broadleafcommerce.common.extensibility.context.merge.Merge;
import org.evergreen.broadleaf.cart.PlanChoice;
import org.evergreen.broadleaf.cart.TodaysPrices;
import org.evergreen.broadleaf.checkout.PlansStillOffered;
import org.evergreen.broadleaf.checkout.SubscriptionsOfOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What is merged into Broadleaf's framework, in the site and in the admin: {@link
 * EvergreenInBroadleafSite}, {@link EvergreenInBroadleafAdmin}.
 */
@Configuration
@Import({
  PortConfiguration.class,
  DownloadConfiguration.class,
  CheckoutStepConfiguration.class,
  CheckoutJobs.class
})
public class EvergreenInBroadleaf {

  /** Read very early, by the manager of Broadleaf's persistence units. */
  @Merge(targetRef = "blMergedPersistenceXmlLocations", early = true)
  public List<String> evergreenPersistenceXml() {
    return List.of("classpath*:/META-INF/persistence-evergreen.xml");
  }

  @Merge("blAddItemWorkflowActivities")
  public List<PlanChoice> evergreenAddItemSteps(PlanChoice planChoice) {
    return List.of(planChoice);
  }

  @Merge("blPricingWorkflowActivities")
  public List<TodaysPrices> evergreenPricingSteps(TodaysPrices todaysPrices) {
    return List.of(todaysPrices);
  }

  @Merge("blCheckoutWorkflowActivities")
  public List<Object> evergreenCheckoutSteps(
      PlansStillOffered plansStillOffered, SubscriptionsOfOrder subscriptionsOfOrder) {
    return List.of(plansStillOffered, subscriptionsOfOrder);
  }

  /** Loaded when Broadleaf makes its tables; a shop that has them already runs the file once. */
  @Bean
  public AutoImportSql evergreenAdminSection() {
    return new AutoImportSql(
        AutoImportPersistenceUnit.BL_PU,
        "sql/evergreen/admin_section.sql",
        AutoImportStage.PRIMARY_MODULE_SECURITY);
  }
}
