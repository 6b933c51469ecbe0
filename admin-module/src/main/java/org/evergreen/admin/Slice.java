package org.evergreen.admin;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A page of a list.
 *
 * @param page its number, from 0
 * @param hasNext whether another one follows
 */
public record Slice<T>(List<T> rows, int page, boolean hasNext) {

  /** Of a list that is not shown. */
  public static <T> Slice<T> none() {
    return new Slice<>(List.of(), 0, false);
  }

  /**
   * Reads a page; a page after the last one shows the first.
   *
   * @param read gives the rows of a page by its number
   */
  public static <T> Slice<T> of(int page, int size, IntFunction<List<T>> read) {
    List<T> rows = read.apply(page);
    if (rows.isEmpty() && page > 0) {
      return of(0, size, read);
    }
    boolean hasNext = rows.size() == size && !read.apply(page + 1).isEmpty();
    return new Slice<>(rows, page, hasNext);
  }
}
