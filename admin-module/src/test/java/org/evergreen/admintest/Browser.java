package org.evergreen.admintest;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A merchant at his browser. */
final class Browser {

  private final MockMvc mvc;

  Browser(MockMvc mvc) {
    this.mvc = mvc;
  }

  /** Opens a page; {@code query} is names and values in turn. */
  Page open(String path, String... query) {
    return send(with(get(path), query));
  }

  /** Sends a form of names and values in turn. */
  Page send(String path, String... fields) {
    return send(with(post(path).with(csrf()), fields));
  }

  /** Sends the form of a page as it stands, with some fields changed. */
  Page send(Page page, String form, String... changes) {
    Form filled = page.form(form);
    for (int i = 0; i < changes.length; i += 2) {
      filled.set(changes[i], changes[i + 1]);
    }
    return send(filled);
  }

  /** Sends a form as it is filled in. */
  Page send(Form form) {
    MockHttpServletRequestBuilder request = post(form.action()).with(csrf());
    form.fields().forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
    return send(request);
  }

  private Page send(MockHttpServletRequestBuilder request) {
    try {
      return Page.of(mvc.perform(request.with(user("pat").roles("MERCHANT"))).andReturn());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static MockHttpServletRequestBuilder with(
      MockHttpServletRequestBuilder request, String... parameters) {
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], List.of(parameters[i + 1]).toArray(String[]::new));
    }
    return request;
  }
}
