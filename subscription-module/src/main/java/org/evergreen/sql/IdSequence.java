package org.evergreen.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Ids for rows that are written without Hibernate, from a sequence that Hibernate may use too. Both
 * count in blocks of 50: a value n of the sequence stands for the ids n - 49 to n. Blocks are
 * fetched for a whole batch at once; ids left over serve the next one.
 */
public final class IdSequence {

  private static final int BLOCK = 50;

  private final JdbcOperations jdbc;
  private final String sequence;
  private final Queue<Long> left = new ArrayDeque<>();

  public IdSequence(JdbcOperations jdbc, String sequence) {
    this.jdbc = jdbc;
    this.sequence = sequence;
  }

  public long next() {
    return next(1).get(0);
  }

  /** As many ids as asked for, never given out before. */
  public synchronized List<Long> next(int count) {
    while (left.size() < count) {
      fetch((count - left.size() + BLOCK - 1) / BLOCK);
    }
    List<Long> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ids.add(left.remove());
    }
    return ids;
  }

  private void fetch(int blocks) {
    String sql = "select nextval(cast(? as regclass)) from generate_series(1, ?)";
    for (long last : jdbc.queryForList(sql, Long.class, sequence, blocks)) {
      for (long id = Math.max(1, last - BLOCK + 1); id <= last; id++) {
        left.add(id);
      }
    }
  }
}
