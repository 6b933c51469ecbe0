package org.evergreen.site;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page of this module which layout to render into. */
@ControllerAdvice(basePackageClasses = SiteLayoutAdvice.class)
public class SiteLayoutAdvice {
  private final String layout;

  SiteLayoutAdvice(String layout) {
    this.layout = layout;
  }

  /** The template that has the fragment {@code page(title, content)}. */
  @ModelAttribute("evergreenSiteLayout")
  public String layout() {
    return layout;
  }
}
