package org.evergreen.demo.order;

/** How a product is taxed; the rates are rows of {@code demo_tax_rate}. */
public enum TaxClass {
  STANDARD,
  /** Food and print in most countries. */
  REDUCED,
  /** Gift cards: taxed when they are spent. */
  EXEMPT
}
