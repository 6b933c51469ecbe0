package org.evergreen.broadleaf.admin;

import org.evergreen.admin.AdminPage;
import org.evergreen.admin.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Broadleaf would take an unknown address below ours for the name of an entity, and fail. */
@AdminPage
@Controller
@RequestMapping("${evergreen.admin.path}")
class UnknownPage {

  @RequestMapping("/**")
  String unknown() {
    throw NotFoundException.of("page", "of that address");
  }

  @RequestMapping("/{page}")
  String unknown(@PathVariable String page) {
    throw NotFoundException.of("page", page);
  }
}
