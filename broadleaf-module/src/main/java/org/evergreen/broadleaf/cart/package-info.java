/** Plans in Broadleaf's cart: chosen when a product is added, checked again at checkout. */
package org.evergreen.broadleaf.cart;
