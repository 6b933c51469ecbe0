package org.evergreen.demo.security;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What the error pages may say: never a trace, never the text of an exception. */
@Component
class ErrorFacts extends DefaultErrorAttributes {

  static final String STALE_FORM = "shop.staleForm";

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> facts =
        super.getErrorAttributes(
            request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS));
    boolean stale = request.getAttribute(STALE_FORM, RequestAttributes.SCOPE_REQUEST) != null;
    facts.put("staleForm", stale);
    return facts;
  }
}
