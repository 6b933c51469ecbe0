package org.evergreen.broadleaf.tryout.admin;

import java.util.Properties;
import org.broadleafcommerce.common.web.controller.FrameworkControllerHandlerMapping;
import org.broadleafcommerce.common.web.controller.annotation.EnableAllFrameworkControllers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Broadleaf's own pages of the admin, with their pictures, styles and scripts. */
@Configuration
@EnableAllFrameworkControllers
public class AdminWeb implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.setOrder(FrameworkControllerHandlerMapping.REQUEST_MAPPING_ORDER - 1);
    for (String folder : new String[] {"img", "fonts"}) {
      registry
          .addResourceHandler("/" + folder + "/**")
          .addResourceLocations(
              "classpath:/open_admin_style/" + folder + "/",
              "classpath:/common_style/" + folder + "/");
    }
  }

  @Bean
  public HandlerMapping staticResourcesHandlerMapping() {
    Properties addresses = new Properties();
    addresses.put("/js/**", "blJsResources");
    addresses.put("/css/**", "blCssResources");
    SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
    mapping.setOrder(-10);
    mapping.setMappings(addresses);
    return mapping;
  }
}
