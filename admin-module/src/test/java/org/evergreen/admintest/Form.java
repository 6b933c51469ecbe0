package org.evergreen.admintest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;

/** A form of a page, with what a browser would send of it. */
final class Form {

  private final String action;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  Form(FormElement form) {
    action = form.attr("action");
    for (Connection.KeyVal field : form.formData()) {
      if (!field.key().equals("_csrf")) {
        fields.computeIfAbsent(field.key(), name -> new ArrayList<>()).add(field.value());
      }
    }
  }

  String action() {
    return action;
  }

  Map<String, List<String>> fields() {
    return fields;
  }

  /** The only value of a field, or null when it is not sent. */
  String value(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.get(0);
  }

  List<String> values(String name) {
    return fields.getOrDefault(name, List.of());
  }

  Form set(String name, String... values) {
    fields.put(name, List.of(values));
    return this;
  }

  Form without(String name) {
    fields.remove(name);
    return this;
  }
}
