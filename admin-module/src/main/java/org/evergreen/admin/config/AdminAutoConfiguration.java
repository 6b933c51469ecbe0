package org.evergreen.admin.config;

import org.evergreen.admin.AdminConfiguration;
import org.evergreen.admin.dashboard.DashboardConfiguration;
import org.evergreen.admin.installation.InstallationPagesConfiguration;
import org.evergreen.admin.operations.OperationsConfiguration;
import org.evergreen.admin.plan.PlanPagesConfiguration;
import org.evergreen.admin.renewal.RenewalPagesConfiguration;
import org.evergreen.admin.settings.SettingsPagesConfiguration;
import org.evergreen.admin.subscription.SubscriptionPagesConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** Brings the merchant's pages into a web application that has the engine. */
@AutoConfiguration(afterName = "org.evergreen.config.EvergreenAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({
  AdminConfiguration.class,
  DashboardConfiguration.class,
  PlanPagesConfiguration.class,
  SubscriptionPagesConfiguration.class,
  RenewalPagesConfiguration.class,
  OperationsConfiguration.class,
  SettingsPagesConfiguration.class,
  InstallationPagesConfiguration.class
})
public class AdminAutoConfiguration {}
