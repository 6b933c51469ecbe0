package org.evergreen.demo.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sentences that the layout shows once, on the page after an action. */
final class Messages {

  private Messages() {}

  static void done(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute("done", sentence);
  }

  static void problem(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute("problem", sentence);
  }
}
