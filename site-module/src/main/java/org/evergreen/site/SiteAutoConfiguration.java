package org.evergreen.site;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Import;

/** Brings the shopper pages into a Spring Boot shop. */
@AutoConfiguration(afterName = "org.evergreen.config.EvergreenAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@Import(SiteConfiguration.class)
public class SiteAutoConfiguration {}
