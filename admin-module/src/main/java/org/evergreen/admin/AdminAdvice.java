package org.evergreen.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Gives every merchant's page its frame, and unknown ids a page that says so. */
@ControllerAdvice(annotations = AdminPage.class)
class AdminAdvice {

  private final AdminFrames frames;
  private final AdminWords words;

  AdminAdvice(AdminFrames frames, AdminWords words) {
    this.frames = frames;
    this.words = words;
  }

  @ModelAttribute("admin")
  AdminFrame frame(HttpServletRequest request) {
    return frames.of(request);
  }

  @ModelAttribute("words")
  AdminWords words() {
    return words;
  }

  @ExceptionHandler(NotFoundException.class)
  ModelAndView notFound(NotFoundException unknown, HttpServletRequest request) {
    ModelAndView page = new ModelAndView("evergreen/admin/not-found", HttpStatus.NOT_FOUND);
    page.addObject("admin", frames.of(request));
    page.addObject("sentence", unknown.getMessage());
    return page;
  }
}
