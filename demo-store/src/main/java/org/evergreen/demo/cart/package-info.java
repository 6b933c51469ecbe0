/** Carts of guests and shoppers, kept in the database. */
package org.evergreen.demo.cart;
