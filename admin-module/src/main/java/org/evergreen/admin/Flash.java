package org.evergreen.admin;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sentences that the layout shows once, on the page after an action. */
public final class Flash {

  private Flash() {}

  /** Says that something was done. */
  public static void done(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute("done", sentence);
  }

  /** Says why something was not done. */
  public static void problem(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute("problem", sentence);
  }
}
