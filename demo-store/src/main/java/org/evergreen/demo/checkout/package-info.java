/** From a cart to a paid order. */
package org.evergreen.demo.checkout;
