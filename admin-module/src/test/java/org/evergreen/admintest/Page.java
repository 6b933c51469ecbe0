package org.evergreen.admintest;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.springframework.test.web.servlet.MvcResult;

/**
 * An answer of the application.
 *
 * @param redirect where it sends the browser, or null
 * @param done what was done, as the next page will tell
 * @param problem why something was not done, as the next page will tell
 */
record Page(
    int status, String redirect, Object done, Object problem, String html, Document document) {

  static Page of(MvcResult result) throws UnsupportedEncodingException {
    String html = result.getResponse().getContentAsString();
    return new Page(
        result.getResponse().getStatus(),
        result.getResponse().getRedirectedUrl(),
        result.getFlashMap().get("done"),
        result.getFlashMap().get("problem"),
        html,
        Jsoup.parse(html, "http://localhost/"));
  }

  /** The text of the first element that matches. */
  String text(String selector) {
    Element found = document.selectFirst(selector);
    if (found == null) {
      throw new AssertionError("Nothing matches " + selector + " in\n" + html);
    }
    return found.text();
  }

  /** The texts of all elements that match. */
  List<String> texts(String selector) {
    return document.select(selector).eachText();
  }

  boolean has(String selector) {
    return document.selectFirst(selector) != null;
  }

  /** The message at a field of a form. */
  String message(String field) {
    return text("#" + field + "-help .invalid-feedback");
  }

  /** The form that matches. */
  Form form(String selector) {
    if (!(document.selectFirst(selector) instanceof FormElement form)) {
      throw new AssertionError("No form matches " + selector + " in\n" + html);
    }
    return new Form(form);
  }
}
