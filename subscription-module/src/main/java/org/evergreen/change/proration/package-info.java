/**
 * What a change within a paid term costs or is worth: pure functions over values, one class for
 * each policy. Fractions are kept exact until an amount is rounded once; see {@code
 * docs/10-proration.md}.
 */
package org.evergreen.change.proration;
