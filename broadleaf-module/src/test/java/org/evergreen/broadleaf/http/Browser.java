package org.evergreen.broadleaf.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as Broadleaf's pages need: cookies, redirects, the tokens of forms. */
public final class Browser {

  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern TOKEN = Pattern.compile("name=\"(csrfToken|stateVersionToken)\"");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final String root;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param root what every path stands behind
   */
  public Browser(String root) {
    this.root = root;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(root + path)));
  }

  /** Sends a form that stands on a page, with the page's tokens. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    return post(action, withTokens(get(page).body(), fields));
  }

  /** The fields and the tokens that a page would send with them. */
  public static Map<String, String> withTokens(String page, Map<String, String> fields) {
    return withHidden(page, TOKEN, fields);
  }

  /** The fields and all hidden ones that a page would send with them. */
  public static Map<String, String> withHidden(String page, Map<String, String> fields) {
    return withHidden(page, NAME, fields);
  }

  private static Map<String, String> withHidden(
      String page, Pattern name, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      Matcher field = name.matcher(hidden.group());
      Matcher value = VALUE.matcher(hidden.group());
      if (field.find() && value.find()) {
        all.put(field.group(1), value.group(1));
      }
    }
    all.putAll(fields);
    return all;
  }

  public HttpResponse<String> post(String action, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(root + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The application did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
