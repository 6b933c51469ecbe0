package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Form parameters as Stripe nests them: {@code metadata[key]=v} is an object, {@code expand[0]=v}
 * an array. Every value stays a text; the schemas say what it must look like.
 */
final class Parameters {

  private static final Pattern NEXT = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern INDEX = Pattern.compile("\\d*");

  private Parameters() {}

  static ObjectNode parse(String form) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (String pair : form.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        put(all, path(decode(parts[0])), decode(parts.length > 1 ? parts[1] : ""));
      }
    }
    return all;
  }

  private static List<String> path(String name) {
    List<String> path = new ArrayList<>();
    int bracket = name.indexOf('[');
    path.add(bracket < 0 ? name : name.substring(0, bracket));
    Matcher next = NEXT.matcher(name);
    while (next.find()) {
      path.add(next.group(1));
    }
    return path;
  }

  private static void put(JsonNode place, List<String> path, String value) {
    if (path.size() == 1) {
      set(place, path.get(0), JsonNodeFactory.instance.textNode(value));
      return;
    }
    put(child(place, path.get(0), path.get(1)), path.subList(1, path.size()), value);
  }

  private static JsonNode child(JsonNode place, String name, String below) {
    JsonNode known = place.isArray() ? place.get(index(name)) : place.get(name);
    if (known != null) {
      return known;
    }
    boolean list = INDEX.matcher(below).matches();
    JsonNode made =
        list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
    set(place, name, made);
    return made;
  }

  private static void set(JsonNode place, String name, JsonNode value) {
    if (place instanceof ArrayNode list) {
      list.add(value);
    } else {
      ((ObjectNode) place).set(name, value);
    }
  }

  private static int index(String name) {
    return name.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(name);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
