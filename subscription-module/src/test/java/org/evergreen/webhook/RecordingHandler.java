package org.evergreen.webhook;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Handles events of type {@code thing.changed} as the test says. */
@Component
class RecordingHandler implements WebhookHandler {

  static final String TYPE = "thing.changed";

  private final List<WebhookEvent> handled = new CopyOnWriteArrayList<>();
  private volatile Function<WebhookEvent, Handled> answer = event -> Handled.done();

  /** What is answered from now on; what was handled before is forgotten. */
  void answer(Function<WebhookEvent, Handled> now) {
    answer = now;
    handled.clear();
  }

  List<String> handled() {
    return handled.stream().map(WebhookEvent::eventId).toList();
  }

  @Override
  public String gateway() {
    return TalkingGateway.NAME;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    handled.add(event);
    return answer.apply(event);
  }
}
