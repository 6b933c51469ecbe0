package org.evergreen.site;

import org.evergreen.site.account.SubscriptionNotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of this module share: the layout to render into, and the page for not found. */
@ControllerAdvice(basePackageClasses = SitePagesAdvice.class)
public class SitePagesAdvice {
  private static final String LAYOUT = "evergreenSiteLayout";

  private final String layout;

  SitePagesAdvice(SiteSettings settings) {
    this.layout = settings.layout();
  }

  /** The template that has the fragment {@code page(title, content)}. */
  @ModelAttribute(LAYOUT)
  public String layout() {
    return layout;
  }

  /** A subscription that is unknown or somebody else's. */
  @ExceptionHandler(SubscriptionNotFoundException.class)
  public ModelAndView notFound() {
    ModelAndView page = new ModelAndView("evergreen/site/account/not-found");
    page.setStatus(HttpStatus.NOT_FOUND);
    page.addObject(LAYOUT, layout);
    return page;
  }
}
