package org.evergreen.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handlers by gateway and type; the first of several for a type serves. */
final class WebhookHandlers {

  private record Key(String gateway, String type) {}

  private final Map<Key, WebhookHandler> handlers = new HashMap<>();

  WebhookHandlers(List<WebhookHandler> handlers) {
    for (WebhookHandler handler : handlers) {
      this.handlers.putIfAbsent(new Key(handler.gateway(), handler.type()), handler);
    }
  }

  Optional<WebhookHandler> of(String gateway, String type) {
    return Optional.ofNullable(handlers.get(new Key(gateway, type)));
  }
}
