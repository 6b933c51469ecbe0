package org.evergreen.admintest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of pages in the running test application; each begins in an {@link AdminShop} just opened.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = AdminTestApplication.class,
    properties = {
      "evergreen.shop.zone=America/New_York",
      "evergreen.jobs.enabled=false",
      "evergreen.shop.installation-id=test",
      "spring.jpa.open-in-view=false",
      "spring.flyway.enabled=false",
      "spring.main.banner-mode=off"
    })
@AutoConfigureMockMvc
@ExtendWith(OpenShop.class)
@interface AdminTest {}
