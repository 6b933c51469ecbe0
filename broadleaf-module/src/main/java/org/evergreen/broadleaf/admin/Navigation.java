package org.evergreen.broadleaf.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.broadleafcommerce.openadmin.web.controller.AdminAbstractController;
import org.evergreen.admin.AdminPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells Broadleaf's navigation in which of its sections a page is. */
@ControllerAdvice(annotations = AdminPage.class)
class Navigation extends AdminAbstractController {

  @ModelAttribute
  void section(HttpServletRequest request, Model page) {
    String path = request.getRequestURI().substring(request.getContextPath().length() + 1);
    String[] parts = path.split("/");
    setModelAttributes(page, parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0]);
  }
}
