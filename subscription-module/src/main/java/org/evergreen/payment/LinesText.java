package org.evergreen.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.money.StoredMoney;

/**
 * The lines of a charge in one column: quantity, amount and name, a line of text each. They are
 * kept only to ask for the charge again in the same words.
 */
final class LinesText {

  private LinesText() {}

  /** Null for none. */
  static String of(List<ChargeLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (ChargeLine line : lines) {
      text.append(line.quantity()).append(' ');
      text.append(line.amount().getAmount().toPlainString()).append(' ');
      text.append(line.name()).append('\n');
    }
    return text.toString();
  }

  static List<ChargeLine> read(String text, String currency) {
    List<ChargeLine> lines = new ArrayList<>();
    if (text != null) {
      for (String line : text.split("\n")) {
        String[] parts = line.split(" ", 3);
        lines.add(
            new ChargeLine(
                parts[2],
                Integer.parseInt(parts[0]),
                StoredMoney.of(currency, new BigDecimal(parts[1]))));
      }
    }
    return lines;
  }
}
