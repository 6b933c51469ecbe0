package org.evergreen.broadleaf.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.evergreen.broadleaf.tryout.site.TryoutSite;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs tests in Broadleaf's site, with its demo catalog on an embedded PostgreSQL. All classes of a
 * process share one site.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = TryoutSite.class,
    useMainMethod = UseMainMethod.ALWAYS,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"evergreen.jobs.enabled=false", "evergreen.shop.installation-id=test"})
@ContextConfiguration(initializers = SiteDatabase.class)
@Import(Shop.class)
@interface SiteTest {}
