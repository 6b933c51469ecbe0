package org.evergreen.demo.web;

/**
 * Where a list stands.
 *
 * @param number of the page that is shown, counted from 1
 * @param pages how many there are, at least 1
 */
public record Paging(int number, int pages) {

  /** The page that an address asks for, or the nearest that there is. */
  static Paging of(String wanted, int entries, int size) {
    int pages = Math.max(1, (entries + size - 1) / size);
    long number = Ids.number(wanted).orElse(1L);
    return new Paging((int) Math.max(1, Math.min(number, pages)), pages);
  }

  int index() {
    return number - 1;
  }
}
