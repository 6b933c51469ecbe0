package org.evergreen.broadleaf.admin;

import org.broadleafcommerce.common.web.controller.FrameworkControllerHandlerMapping;
import org.broadleafcommerce.presentation.resolver.BroadleafClasspathTemplateResolver;
import org.broadleafcommerce.presentation.resolver.BroadleafTemplateMode;
import org.broadleafcommerce.presentation.thymeleaf3.BroadleafThymeleafViewResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** The merchant's pages in Broadleaf's admin, where they are on the class path. */
@Configuration
@ConditionalOnClass(name = "org.evergreen.admin.AdminPage")
@Import({Navigation.class, FrameStyles.class, UnknownPage.class})
public class AdminFrameConfiguration implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Before Broadleaf's controllers, which would take any address for a section's name.
    registry.setOrder(FrameworkControllerHandlerMapping.REQUEST_MAPPING_ORDER - 1);
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/");
  }

  @Bean
  MappedInterceptor evergreenPermission(@Value("${evergreen.admin.path}") String path) {
    return new MappedInterceptor(new String[] {path, path + "/**"}, new Permission());
  }

  /** The admin looks for templates in Broadleaf's folders only. */
  @Bean
  BroadleafClasspathTemplateResolver evergreenAdminTemplates() {
    BroadleafClasspathTemplateResolver resolver = new BroadleafClasspathTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(BroadleafTemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    resolver.setOrder(250);
    return resolver;
  }

  /** Our pages bring Broadleaf's frame themselves, through their layout. */
  @Bean
  static BeanPostProcessor evergreenPagesAreWhole() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof BroadleafThymeleafViewResolver views) {
          views.getLayoutMap().put("evergreen/", "NONE");
        }
        return bean;
      }
    };
  }
}
