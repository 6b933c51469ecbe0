package org.evergreen.demo.checkout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.Gift;
import org.evergreen.form.Typed;
import org.evergreen.subscription.Recipient;

/**
 * Who gets a line as a gift, as it was typed: text that may be wrong in any way.
 *
 * @param email of the recipient
 * @param address of the recipient; only its name counts for what does not ship
 */
public record GiftForm(String email, AddressForm address) {

  private static final int LONGEST_NAME = 200;

  public GiftForm {
    email = Typed.line(email);
  }

  /** The form of a line that is, or is not yet, a gift. */
  public static GiftForm of(Optional<Gift> gift) {
    AddressForm address =
        gift.flatMap(Gift::shipTo)
            .map(AddressForm::of)
            .orElse(AddressForm.blank(gift.map(given -> given.recipient().name()).orElse("")));
    return new GiftForm(gift.map(given -> given.recipient().email()).orElse(""), address);
  }

  /**
   * What is wrong, by field; every problem at once.
   *
   * @param ships whether an address is needed
   */
  public Map<String, String> problems(boolean ships) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!Recipient.isEmail(email)) {
      problems.put("email", "Please enter the recipient's e-mail address.");
    }
    if (ships) {
      problems.putAll(AddressRules.problems(address));
    } else if (address.name().isEmpty() || address.name().length() > LONGEST_NAME) {
      problems.put("name", "Please enter the name of the recipient.");
    }
    return problems;
  }

  /**
   * The gift; call it when there are no {@link #problems}.
   *
   * @param ships whether an address is needed
   */
  public Gift gift(boolean ships) {
    return new Gift(
        new Recipient(email, address.name()), ships ? address.address() : Optional.empty());
  }
}
