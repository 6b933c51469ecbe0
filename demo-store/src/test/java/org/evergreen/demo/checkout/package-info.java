/** Rules of the demo store's checkout. */
package org.evergreen.demo.checkout;
