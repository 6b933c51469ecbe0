package org.evergreen.config;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;

/**
 * Adds Evergreen's entities to those that an ordinary Spring Boot host finds by itself. A host with
 * a persistence unit of its own excludes this class and lists the entities in its unit; a host that
 * names packages with {@code @EntityScan} adds these two.
 */
@AutoConfiguration(before = HibernateJpaAutoConfiguration.class)
@AutoConfigurationPackage(basePackages = {"org.evergreen.plan", "org.evergreen.subscription"})
public class EvergreenPersistenceAutoConfiguration {}
