package org.evergreen.admin.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.webhook.WebhookEvent;
import org.evergreen.webhook.WebhookLog;
import org.evergreen.webhook.WebhookState;
import org.evergreen.webhook.Webhooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What gateways told the shop, and having one of it worked off again. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/operations/webhooks")
class WebhookPages {

  private static final int PAGE_SIZE = 25;

  private final AdminSettings settings;
  private final WebhookLog log;
  private final Webhooks webhooks;

  WebhookPages(AdminSettings settings, WebhookLog log, Webhooks webhooks) {
    this.settings = settings;
    this.log = log;
    this.webhooks = webhooks;
  }

  @ModelAttribute("tab")
  OperationsTab tab() {
    return OperationsTab.WEBHOOKS;
  }

  /**
   * A page of events.
   *
   * @param state of those that are shown; empty for all
   * @param hasNext whether older ones follow
   */
  record Events(List<WebhookEvent> rows, String state, boolean first, boolean hasNext) {

    /** The event before which the next page begins. */
    public long last() {
      return rows.get(rows.size() - 1).id();
    }
  }

  @GetMapping
  String list(
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "before", defaultValue = "") String before,
      Model model) {
    Optional<WebhookState> only =
        Arrays.stream(WebhookState.values()).filter(one -> one.name().equals(state)).findFirst();
    Optional<WebhookEvent> start =
        before.isEmpty() ? Optional.empty() : log.find(Numbers.key("webhook event", before));
    List<WebhookEvent> found = log.page(only, start, PAGE_SIZE + 1);
    boolean more = found.size() > PAGE_SIZE;
    model.addAttribute(
        "events",
        new Events(
            more ? found.subList(0, PAGE_SIZE) : found,
            only.map(Enum::name).orElse(""),
            start.isEmpty(),
            more));
    model.addAttribute("states", WebhookState.values());
    model.addAttribute("failed", log.failed());
    model.addAttribute("lag", log.lag());
    return "evergreen/admin/webhooks";
  }

  @PostMapping("/{id}/again")
  String again(@PathVariable("id") String id, RedirectAttributes redirect) {
    WebhookEvent event =
        log.find(Numbers.key("webhook event", id))
            .orElseThrow(() -> NotFoundException.of("webhook event", id));
    if (webhooks.again(event.id())) {
      Flash.done(redirect, "Event " + event.eventId() + " is processed again within seconds.");
    } else {
      Flash.problem(redirect, "Not done: event " + event.eventId() + " is not kept any more.");
    }
    return "redirect:" + settings.path() + "/operations/webhooks";
  }
}
