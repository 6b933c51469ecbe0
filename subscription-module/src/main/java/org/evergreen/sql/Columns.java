package org.evergreen.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * The columns that a statement takes from a list of rows. Each column travels as one array
 * parameter, so that a statement writes any number of rows in one round trip and one plan.
 *
 * @param <T> a row
 */
public final class Columns<T> {

  /**
   * A column.
   *
   * @param type of an element in the database
   * @param box makes an array of a Java type that the driver sends in binary, where it can
   */
  private record Column<T>(
      String name, String type, IntFunction<Object[]> box, Function<T, ?> value) {}

  private final List<Column<T>> columns;

  private Columns(List<Column<T>> columns) {
    this.columns = columns;
  }

  /** No columns yet; the methods named after SQL types add them. */
  public static <T> Columns<T> of() {
    return new Columns<>(List.of());
  }

  public Columns<T> bigint(String name, Function<T, Long> value) {
    return with(name, "bigint", Long[]::new, value);
  }

  public Columns<T> integer(String name, Function<T, Integer> value) {
    return with(name, "integer", Integer[]::new, value);
  }

  public Columns<T> numeric(String name, Function<T, BigDecimal> value) {
    return with(name, "numeric", Object[]::new, value);
  }

  public Columns<T> text(String name, Function<T, String> value) {
    return with(name, "text", String[]::new, value);
  }

  public Columns<T> bool(String name, Function<T, Boolean> value) {
    return with(name, "boolean", Boolean[]::new, value);
  }

  public Columns<T> timestamp(String name, Function<T, Instant> value) {
    return with(name, "timestamptz", Object[]::new, value);
  }

  private Columns<T> with(
      String name, String type, IntFunction<Object[]> box, Function<T, ?> value) {
    List<Column<T>> more = new ArrayList<>(columns);
    more.add(new Column<>(name, type, box, value));
    return new Columns<>(List.copyOf(more));
  }

  /** {@code insert into table (a, b) select * from unnest(?, ?)}; a clause may follow. */
  public String insertInto(String table) {
    return "insert into " + table + " (" + names() + ") select * from unnest(" + marks() + ")";
  }

  /** {@code unnest(?, ?) as v (a, b)}, for the from clause of an update or a select. */
  public String rows() {
    return "unnest(" + marks() + ") as v (" + names() + ")";
  }

  /** Runs a statement whose first parameters are these columns; {@code more} come after them. */
  public int update(JdbcOperations jdbc, String sql, Collection<T> rows, Object... more) {
    if (rows.isEmpty()) {
      return 0;
    }
    return jdbc.update(sql, statement -> bind(statement, rows, more));
  }

  /** Runs a query whose first parameters are these columns; {@code more} come after them. */
  public <R> List<R> query(
      JdbcOperations jdbc, String sql, Collection<T> rows, RowMapper<R> mapper, Object... more) {
    return rows.isEmpty()
        ? List.of()
        : jdbc.query(sql, statement -> bind(statement, rows, more), mapper);
  }

  private void bind(PreparedStatement statement, Collection<T> rows, Object... more)
      throws SQLException {
    int index = 1;
    for (Column<T> column : columns) {
      Object[] values = column.box().apply(rows.size());
      int row = 0;
      for (T each : rows) {
        values[row++] = column.value().apply(each);
      }
      Array array = statement.getConnection().createArrayOf(column.type(), values);
      statement.setArray(index++, array);
    }
    for (Object parameter : more) {
      statement.setObject(index++, parameter);
    }
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String marks() {
    return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
  }
}
