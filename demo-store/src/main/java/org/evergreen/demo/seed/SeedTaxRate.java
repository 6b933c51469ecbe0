package org.evergreen.demo.seed;

import java.math.BigDecimal;
import org.evergreen.demo.order.TaxClass;

/** A tax rate as {@code seed/tax-rates.json} describes it. */
record SeedTaxRate(String country, String region, TaxClass tax, BigDecimal percent) {}
