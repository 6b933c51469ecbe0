package org.evergreen.broadleaf.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.broadleafcommerce.common.security.service.StaleStateProtectionService;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Adds the token by which Broadleaf tells forms of an older state, where a shop has that protection
 * switched on.
 */
class HiddenFields implements RequestDataValueProcessor {

  private final RequestDataValueProcessor inner;
  private final Supplier<StaleStateProtectionService> states;

  HiddenFields(RequestDataValueProcessor inner, Supplier<StaleStateProtectionService> states) {
    this.inner = inner;
    this.states = states;
  }

  @Override
  public String processAction(HttpServletRequest request, String action, String method) {
    return inner.processAction(request, action, method);
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, String name, String value, String type) {
    return inner.processFormFieldValue(request, name, value, type);
  }

  @Override
  public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    Map<String, String> inForms = inner.getExtraHiddenFields(request);
    if (inForms == null || inForms.isEmpty() || !states.get().isEnabled()) {
      return inForms;
    }
    Map<String, String> fields = new LinkedHashMap<>(inForms);
    StaleStateProtectionService state = states.get();
    fields.put(state.getStateVersionTokenParameter(), state.getStateVersionToken());
    return fields;
  }

  @Override
  public String processUrl(HttpServletRequest request, String url) {
    return inner.processUrl(request, url);
  }
}
