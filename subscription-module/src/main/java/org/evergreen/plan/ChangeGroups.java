package org.evergreen.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.ProductId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionOperations;

/** The groups of plans and products between which subscribers may switch. */
public class ChangeGroups {

  private static final String COLUMNS =
      "g.id, g.version, g.name, g.allowed, g.upgrade, g.downgrade, g.sign_up_fee, g.length,"
          + " g.applies_to";

  private final NamedParameterJdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final IdSequence ids;

  public ChangeGroups(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ids = new IdSequence(jdbc.getJdbcOperations(), "evergreen_change_group_seq");
  }

  /** All groups, by name. */
  public List<ChangeGroup> all() {
    return read("order by g.name, g.id", new MapSqlParameterSource());
  }

  public Optional<ChangeGroup> find(ChangeGroupId id) {
    return read("where g.id = :id", new MapSqlParameterSource("id", id.value())).stream()
        .findFirst();
  }

  /** The group of a plan; empty when it is in none, so that nobody may switch from it. */
  public Optional<ChangeGroup> ofPlan(PlanId plan) {
    return Optional.ofNullable(ofPlans(List.of(plan)).get(plan));
  }

  /** The groups of plans; a plan in no group is left out. */
  public Map<PlanId, ChangeGroup> ofPlans(Collection<PlanId> plans) {
    if (plans.isEmpty()) {
      return Map.of();
    }
    SqlParameterSource parameters =
        new MapSqlParameterSource("plans", plans.stream().map(PlanId::value).distinct().toList());
    Map<Long, ChangeGroup> groups =
        read(
                "where exists (select 1 from evergreen_plan p"
                    + " where p.change_group_id = g.id and p.id in (:plans))",
                parameters)
            .stream()
            .collect(Collectors.toMap(group -> group.id().value(), group -> group));
    Map<PlanId, ChangeGroup> ofPlans = new HashMap<>();
    jdbc.query(
        "select id, change_group_id from evergreen_plan where id in (:plans)",
        parameters,
        row -> {
          ChangeGroup group = groups.get(row.getLong("change_group_id"));
          if (group != null) {
            ofPlans.put(new PlanId(row.getLong("id")), group);
          }
        });
    return ofPlans;
  }

  /**
   * Keeps a new group.
   *
   * @throws ChangeGroupNameTakenException if another group has its name
   */
  public ChangeGroupId create(ChangeGroupDraft draft) {
    ChangeGroupId id = new ChangeGroupId(ids.next());
    write(
        draft,
        () -> {
          jdbc.update(
              "insert into evergreen_change_group (id, version, name, allowed, upgrade, downgrade,"
                  + " sign_up_fee, length, applies_to) values (:id, 0, :name, :allowed, :upgrade,"
                  + " :downgrade, :signUpFee, :length, :appliesTo)",
              parameters(id, draft));
          attach(id, draft.products());
        });
    return id;
  }

  /**
   * Takes over what a merchant decided. It holds for every change from now on.
   *
   * @param expectedVersion the version that the merchant saw
   * @throws UnknownChangeGroupException if there is no such group
   * @throws StaleChangeGroupException if it was changed since that version
   * @throws ChangeGroupNameTakenException if another group has its name
   */
  public void revise(ChangeGroupId id, long expectedVersion, ChangeGroupDraft draft) {
    write(
        draft,
        () -> {
          int revised =
              jdbc.update(
                  "update evergreen_change_group set version = version + 1, name = :name,"
                      + " allowed = :allowed, upgrade = :upgrade, downgrade = :downgrade,"
                      + " sign_up_fee = :signUpFee, length = :length, applies_to = :appliesTo"
                      + " where id = :id and version = :version",
                  parameters(id, draft).addValue("version", expectedVersion));
          if (revised == 0) {
            throw find(id).isPresent()
                ? StaleChangeGroupException.changedSince(id, expectedVersion)
                : UnknownChangeGroupException.withId(id);
          }
          jdbc.update(
              "delete from evergreen_change_group_product where group_id = :id",
              new MapSqlParameterSource("id", id.value()));
          attach(id, draft.products());
        });
  }

  /**
   * Deletes a group.
   *
   * @throws UnknownChangeGroupException if there is no such group
   * @throws ChangeGroupInUseException if a plan belongs to it
   */
  public void delete(ChangeGroupId id) {
    MapSqlParameterSource group = new MapSqlParameterSource("id", id.value());
    try {
      transactions.executeWithoutResult(
          status -> {
            jdbc.update("delete from evergreen_change_group_product where group_id = :id", group);
            if (jdbc.update("delete from evergreen_change_group where id = :id", group) == 0) {
              throw UnknownChangeGroupException.withId(id);
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw ChangeGroupInUseException.byPlans(id, e);
    }
  }

  private void write(ChangeGroupDraft draft, Runnable statements) {
    try {
      transactions.executeWithoutResult(status -> statements.run());
    } catch (DuplicateKeyException e) {
      throw ChangeGroupNameTakenException.by(draft.name(), e);
    }
  }

  private void attach(ChangeGroupId id, Set<ProductId> products) {
    jdbc.batchUpdate(
        "insert into evergreen_change_group_product (group_id, product_id) values (:id, :product)",
        products.stream()
            .map(
                product ->
                    new MapSqlParameterSource("id", id.value())
                        .addValue("product", product.value()))
            .toArray(SqlParameterSource[]::new));
  }

  private static MapSqlParameterSource parameters(ChangeGroupId id, ChangeGroupDraft draft) {
    PolicyOverrides overrides = draft.overrides();
    return new MapSqlParameterSource("id", id.value())
        .addValue("name", draft.name())
        .addValue("allowed", name(overrides.allowed()))
        .addValue("upgrade", name(overrides.upgrade()))
        .addValue("downgrade", name(overrides.downgrade()))
        .addValue("signUpFee", name(overrides.signUpFee()))
        .addValue("length", name(overrides.length()))
        .addValue("appliesTo", name(overrides.appliesTo()));
  }

  private static String name(Optional<? extends Enum<?>> policy) {
    return policy.map(Enum::name).orElse(null);
  }

  private List<ChangeGroup> read(String clause, SqlParameterSource parameters) {
    Map<Long, Set<ProductId>> products = new HashMap<>();
    List<ChangeGroup> bare =
        jdbc.query(
            "select " + COLUMNS + " from evergreen_change_group g " + clause,
            parameters,
            (row, number) -> group(row));
    if (bare.isEmpty()) {
      return bare;
    }
    jdbc.query(
        "select group_id, product_id from evergreen_change_group_product where group_id in (:ids)",
        new MapSqlParameterSource("ids", bare.stream().map(group -> group.id().value()).toList()),
        row -> {
          products
              .computeIfAbsent(row.getLong("group_id"), key -> new HashSet<>())
              .add(new ProductId(row.getString("product_id")));
        });
    return bare.stream()
        .map(group -> group.withProducts(products.getOrDefault(group.id().value(), Set.of())))
        .toList();
  }

  private static ChangeGroup group(ResultSet row) throws SQLException {
    return new ChangeGroup(
        new ChangeGroupId(row.getLong("id")),
        row.getLong("version"),
        row.getString("name"),
        Set.of(),
        new PolicyOverrides(
            policy(row, "allowed", ChangePolicies.Switching.class),
            policy(row, "upgrade", ChangePolicies.Upgrade.class),
            policy(row, "downgrade", ChangePolicies.Downgrade.class),
            policy(row, "sign_up_fee", ChangePolicies.SignUpFee.class),
            policy(row, "length", ChangePolicies.Length.class),
            policy(row, "applies_to", ChangePolicies.AppliesTo.class)));
  }

  private static <E extends Enum<E>> Optional<E> policy(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(name -> Enum.valueOf(type, name));
  }
}
