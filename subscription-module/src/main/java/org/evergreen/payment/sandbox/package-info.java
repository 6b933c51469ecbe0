/** A gateway without a bank, for demos and tests: the chosen test card decides the outcome. */
package org.evergreen.payment.sandbox;
