package org.evergreen.plan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evergreen.storefront.ProductId;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/** The plans that the merchant keeps. A plan is never deleted, only no longer offered. */
public class Plans {

  private final EntityManager entities;
  private final TransactionOperations transactions;
  private final ShopTime time;

  public Plans(EntityManager entities, TransactionOperations transactions, ShopTime time) {
    this.entities = entities;
    this.transactions = transactions;
    this.time = time;
  }

  /** All plans, by name. */
  public List<Plan> all() {
    return entities
        .createQuery(
            "select distinct p from EvergreenPlan p left join fetch p.productIds"
                + " order by p.name, p.id",
            Plan.class)
        .getResultList();
  }

  public Optional<Plan> find(PlanId id) {
    return entities
        .createQuery(
            "select distinct p from EvergreenPlan p left join fetch p.productIds where p.id = :id",
            Plan.class)
        .setParameter("id", id.value())
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The plans that are offered on at least one of the products, by name. */
  List<Plan> offeredOn(Collection<ProductId> products) {
    return entities
        .createQuery(
            "select distinct p from EvergreenPlan p left join fetch p.productIds"
                + " where p.active = true and (p.storewide = true or exists"
                + " (select q.id from EvergreenPlan q join q.productIds x"
                + " where q.id = p.id and x in :products))"
                + " order by p.name, p.id",
            Plan.class)
        .setParameter(
            "products", products.stream().map(ProductId::value).collect(Collectors.toSet()))
        .getResultList();
  }

  /** The plans of a change group, by name, whether they are offered or not. */
  public List<Plan> inGroup(ChangeGroupId group) {
    return entities
        .createQuery(
            "select distinct p from EvergreenPlan p left join fetch p.productIds"
                + " where p.changeGroupId = :group order by p.name, p.id",
            Plan.class)
        .setParameter("group", group.value())
        .getResultList();
  }

  public PlanId create(PlanDraft draft) {
    return create(new Plan(draft, time.now()));
  }

  /**
   * Makes the plan of a form, once: sent again, also at the same time, the form is answered with
   * the plan that it has made. Call it outside of transactions.
   *
   * @param form key of what was sent; another form, or another content, has another one
   */
  public PlanId createOnce(UUID form, PlanDraft draft) {
    Optional<PlanId> made = madeWith(form);
    if (made.isPresent()) {
      return made.get();
    }
    try {
      return create(new Plan(draft, time.now(), form));
    } catch (PersistenceException failure) {
      return madeWith(form).orElseThrow(() -> failure);
    }
  }

  private Optional<PlanId> madeWith(UUID form) {
    return entities
        .createQuery("select p.id from EvergreenPlan p where p.madeWith = :form", Long.class)
        .setParameter("form", form)
        .getResultList()
        .stream()
        .map(PlanId::new)
        .findFirst();
  }

  private PlanId create(Plan plan) {
    return transactions.execute(
        status -> {
          entities.persist(plan);
          // A caller in the same transaction may refer to it by SQL.
          entities.flush();
          return plan.id();
        });
  }

  /**
   * Takes over new terms; subscriptions that run already keep theirs.
   *
   * @param expectedVersion the version that the merchant saw
   * @throws UnknownPlanException if there is no such plan
   * @throws StalePlanException if it was changed since that version
   */
  public void revise(PlanId id, long expectedVersion, PlanDraft draft) {
    try {
      transactions.executeWithoutResult(
          status -> {
            Plan plan = entities.find(Plan.class, id.value());
            if (plan == null) {
              throw UnknownPlanException.withId(id);
            }
            if (plan.version() != expectedVersion) {
              throw StalePlanException.changedSince(id, expectedVersion);
            }
            plan.revise(draft);
            entities.flush();
          });
    } catch (OptimisticLockException e) {
      throw StalePlanException.because(id, expectedVersion, e);
    }
  }
}
