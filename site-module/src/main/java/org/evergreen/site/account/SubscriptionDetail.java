package org.evergreen.site.account;

import java.time.LocalDate;
import java.util.List;
import org.evergreen.site.words.Fact;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * A subscription's page.
 *
 * @param title what it delivers
 * @param subtitle its number and how often it is paid
 * @param hints what the shopper should know before all else
 * @param renewals latest first
 * @param orders latest first
 * @param method payment method, a line each
 * @param address where it ships to, a line each; empty when nothing ships
 * @param history latest first
 * @param shortened whether there are earlier renewals, orders or entries than those shown
 */
public record SubscriptionDetail(
    SubscriptionId id,
    SubscriptionStatus status,
    String title,
    String subtitle,
    List<Hint> hints,
    List<Fact> facts,
    List<Item> items,
    Upcoming upcoming,
    List<Renewal> renewals,
    List<Order> orders,
    List<String> method,
    List<String> address,
    List<Entry> history,
    boolean shortened) {

  /**
   * Something to know.
   *
   * @param steps what can be done about it, the best one first
   */
  public record Hint(boolean urgent, String title, List<String> sentences, List<Step> steps) {

    /** Something that needs nothing done. */
    public Hint(boolean urgent, String title, List<String> sentences) {
      this(urgent, title, sentences, List.of());
    }
  }

  /**
   * Something to do.
   *
   * @param path of its page, within the site
   */
  public record Step(String label, String path) {}

  /**
   * A line of the subscription.
   *
   * @param line its key
   * @param terms quantity, unit price and plan
   * @param amount of one payment, before tax
   */
  public record Item(long line, String name, String terms, String amount) {}

  /**
   * The payments to come.
   *
   * @param note what the amounts include, or why there are no payments
   */
  public record Upcoming(List<Payment> payments, String note) {}

  /**
   * A payment to come.
   *
   * @param note on the amount; empty for none
   */
  public record Payment(LocalDate isoDate, String date, String amount, String note) {}

  /**
   * A renewal and what became of it.
   *
   * @param subject under which the amount is explained
   */
  public record Renewal(String date, String outcome, String amount, String subject) {}

  /**
   * An order of the host.
   *
   * @param href of its page in the host; empty when that is not known
   */
  public record Order(String number, String date, String status, String total, String href) {}

  /** Something that happened. */
  public record Entry(LocalDate isoDate, String date, String sentence) {}
}
