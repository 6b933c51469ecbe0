/**
 * What is sold: billing interval, price rule, trial, sign-up fee, length. Pure values, no
 * framework.
 */
package org.evergreen.terms;
