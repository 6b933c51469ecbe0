package org.evergreen.site;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page of this module which layout to render into. */
@ControllerAdvice(basePackageClasses = SiteLayoutAdvice.class)
public class SiteLayoutAdvice {
  private final SiteSettings settings;

  SiteLayoutAdvice(SiteSettings settings) {
    this.settings = settings;
  }

  /** The template that has the fragment {@code page(title, content)}. */
  @ModelAttribute("evergreenSiteLayout")
  public String layout() {
    return settings.layout();
  }
}
