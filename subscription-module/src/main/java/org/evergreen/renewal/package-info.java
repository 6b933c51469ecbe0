/** The way of a renewal: claim, group, price, charge, settle, place the order, recover. */
package org.evergreen.renewal;
