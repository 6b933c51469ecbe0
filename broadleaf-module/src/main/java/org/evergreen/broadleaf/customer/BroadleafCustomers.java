package org.evergreen.broadleaf.customer;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.evergreen.broadleaf.Keys;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.springframework.transaction.support.TransactionOperations;

/** The engine's view of Broadleaf's customers. */
public class BroadleafCustomers implements Customers {

  private final EntityManager entities;
  private final TransactionOperations transactions;
  private final boolean emailsVerified;

  /**
   * @param emailsVerified whether the shop lets nobody have an e-mail address that is not his;
   *     Broadleaf does not say it of a customer
   */
  public BroadleafCustomers(
      EntityManager entities, TransactionOperations transactions, boolean emailsVerified) {
    this.entities = entities;
    this.transactions = transactions;
    this.emailsVerified = emailsVerified;
  }

  @Override
  public Optional<CustomerId> signedIn() {
    return Optional.ofNullable(CustomerState.getCustomer())
        .filter(customer -> customer.getId() != null && customer.isRegistered())
        .filter(customer -> !customer.isAnonymous())
        .map(customer -> new CustomerId(customer.getId().toString()));
  }

  @Override
  public Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids) {
    List<Long> numbers = Keys.numbers(ids, CustomerId::value);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return transactions.execute(
        status ->
            entities
                .createQuery(
                    "select c from org.broadleafcommerce.profile.core.domain.CustomerImpl c"
                        + " where c.id in :ids",
                    Customer.class)
                .setParameter("ids", numbers)
                .getResultList()
                .stream()
                .map(BroadleafCustomers::profile)
                .collect(Collectors.toMap(CustomerProfile::id, profile -> profile)));
  }

  @Override
  public Optional<String> verifiedEmail(CustomerId customer) {
    return emailsVerified
        ? Optional.ofNullable(profiles(List.of(customer)).get(customer)).map(CustomerProfile::email)
        : Optional.empty();
  }

  @Override
  public List<CustomerId> search(String text, int limit) {
    String part = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    return transactions.execute(
        status ->
            entities
                .createQuery(
                    "select c.id from org.broadleafcommerce.profile.core.domain.CustomerImpl c"
                        + " where lower(c.emailAddress) like :part escape '!'"
                        + " or lower(concat(coalesce(c.firstName, ''), ' ', coalesce(c.lastName, '')))"
                        + " like :part escape '!' order by c.id desc",
                    Long.class)
                .setParameter("part", part)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(id -> new CustomerId(id.toString()))
                .toList());
  }

  private static CustomerProfile profile(Customer customer) {
    return new CustomerProfile(
        new CustomerId(customer.getId().toString()),
        Objects.requireNonNullElse(customer.getEmailAddress(), ""),
        Objects.requireNonNullElse(customer.getFirstName(), ""),
        Objects.requireNonNullElse(customer.getLastName(), ""),
        locale(customer));
  }

  private static Locale locale(Customer customer) {
    return Optional.ofNullable(customer.getCustomerLocale())
        .map(org.broadleafcommerce.common.locale.domain.Locale::getLocaleCode)
        .map(code -> Locale.forLanguageTag(code.replace('_', '-')))
        .orElse(Locale.US);
  }
}
