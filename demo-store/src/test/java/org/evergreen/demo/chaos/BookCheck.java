package org.evergreen.demo.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evergreen.demo.chaos.Books.OurCharge;
import org.evergreen.demo.chaos.Books.OurRenewal;
import org.evergreen.payment.stripe.wire.BookedIntent;

/** Compares the books of both sides. Pure: the same books give the same verdict. */
final class BookCheck {

  private final Books books;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, OurCharge> byKey = new HashMap<>();
  private final Map<String, Integer> paymentsOf = new TreeMap<>();

  private BookCheck(Books books) {
    this.books = books;
    books.charges().forEach(charge -> byKey.put(charge.key(), charge));
    for (BookedIntent intent : books.intents()) {
      if (intent.isPaid()) {
        paymentsOf.merge(subject(intent), 1, Integer::sum);
      }
    }
  }

  static Verdict verdict(Books books) {
    return new BookCheck(books).verdict();
  }

  private Verdict verdict() {
    int doubles = doubleCharges();
    int lost = lostCharges();
    long difference = bookDifference();
    int orders = orderDifference();
    int notices = duplicateNotices();
    books.unfinished().forEach(what -> findings.add("Stuck: " + what));
    return new Verdict(
        books.due().values().stream().mapToInt(Integer::intValue).sum(),
        doubles,
        lost,
        difference,
        orders,
        notices,
        books.unfinished().size(),
        List.copyOf(findings));
  }

  /** What a payment was for; one that we know nothing of is for nothing, and for itself alone. */
  private String subject(BookedIntent intent) {
    OurCharge charge = byKey.get(intent.key());
    return charge == null ? "nothing-" + intent.id() : charge.subject();
  }

  private int doubleCharges() {
    int doubles = 0;
    for (Map.Entry<String, Integer> subject : paymentsOf.entrySet()) {
      boolean known = !subject.getKey().startsWith("nothing-");
      int allowed = known ? 1 : 0;
      if (subject.getValue() > allowed) {
        doubles += subject.getValue() - allowed;
        findings.add("Paid " + subject.getValue() + " times: " + subject.getKey());
      }
    }
    return doubles;
  }

  private int lostCharges() {
    Set<String> settled = new HashSet<>();
    for (OurRenewal renewal : books.renewals()) {
      int payments = paymentsOf.getOrDefault(renewal.subject(), 0);
      boolean right = payments == (renewal.toPay() == 0 ? 0 : 1);
      if (renewal.status().equals("PAID") && right) {
        settled.add(renewal.subscription() + "/" + renewal.cycle());
      }
    }
    int lost = 0;
    for (Map.Entry<Long, Integer> due : books.due().entrySet()) {
      for (int cycle = 1; cycle <= due.getValue(); cycle++) {
        if (!settled.contains(due.getKey() + "/" + cycle)) {
          lost++;
          findings.add("Not settled: cycle " + cycle + " of subscription " + due.getKey());
        }
      }
    }
    return lost + renewedTooEarly();
  }

  private int renewedTooEarly() {
    int early = 0;
    for (OurRenewal renewal : books.renewals()) {
      if (renewal.cycle() > books.due().getOrDefault(renewal.subscription(), 0)) {
        early++;
        findings.add("Renewed, but not due: " + renewal);
      }
    }
    return early;
  }

  private long bookDifference() {
    long difference = 0;
    Set<String> seen = new HashSet<>();
    for (BookedIntent intent : books.intents()) {
      OurCharge charge = byKey.get(intent.key());
      long ours = charge != null && charge.isPaid() ? charge.amount() : 0;
      boolean first = charge == null || seen.add(charge.key()) || !charge.isPaid();
      difference += differ(intent.id(), intent.received(), first ? ours : 0);
    }
    for (OurCharge charge : books.charges()) {
      if (charge.isPaid() && !seen.contains(charge.key())) {
        difference += differ("no intent for " + charge.key(), 0, charge.amount());
      }
    }
    return difference + amountsOfGroups();
  }

  private long amountsOfGroups() {
    Map<String, Long> paid = new HashMap<>();
    books.charges().stream()
        .filter(OurCharge::isPaid)
        .forEach(charge -> paid.merge(charge.subject(), charge.amount(), Long::sum));
    Map<String, Long> owed = new TreeMap<>();
    books.renewals().stream()
        .filter(renewal -> renewal.status().equals("PAID"))
        .forEach(renewal -> owed.put(renewal.subject(), renewal.toPay()));
    long difference = 0;
    for (Map.Entry<String, Long> group : owed.entrySet()) {
      difference += differ(group.getKey(), paid.getOrDefault(group.getKey(), 0L), group.getValue());
    }
    return difference;
  }

  private long differ(String what, long one, long other) {
    if (one != other) {
      findings.add("Books differ: " + what + " has " + one + " against " + other);
    }
    return Math.abs(one - other);
  }

  private int orderDifference() {
    Set<String> paid = new HashSet<>();
    books.renewals().stream()
        .filter(renewal -> renewal.status().equals("PAID"))
        .forEach(renewal -> paid.add(renewal.subject()));
    int difference = 0;
    for (String subject : paid) {
      int orders = books.orders().getOrDefault(subject, 0);
      if (orders != 1) {
        difference += Math.abs(orders - 1);
        findings.add(orders + " orders for " + subject);
      }
    }
    for (String reference : books.orders().keySet()) {
      if (!paid.contains(reference)) {
        difference++;
        findings.add("Order without a payment: " + reference);
      }
    }
    return difference;
  }

  /** Every notice is handed over once at most, and no mail is without a notice. */
  private int duplicateNotices() {
    Map<String, Integer> arrivals = new TreeMap<>();
    books.mails().forEach(mail -> arrivals.merge(mail.notice(), 1, Integer::sum));
    int wrong = 0;
    for (Map.Entry<String, Integer> notice : arrivals.entrySet()) {
      int allowed = books.notices().contains(notice.getKey()) ? 1 : 0;
      if (notice.getValue() > allowed) {
        wrong += notice.getValue() - allowed;
        findings.add("Mailed " + notice.getValue() + " times: notice " + notice.getKey());
      }
    }
    return wrong;
  }
}
