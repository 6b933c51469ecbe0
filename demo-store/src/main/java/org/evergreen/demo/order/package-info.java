/** Prices and orders of the store, and the engine's orders port on them. */
package org.evergreen.demo.order;
