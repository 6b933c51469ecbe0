/**
 * The ports that a host (Broadleaf Commerce, the demo store) implements, and the values that cross
 * them.
 */
package org.evergreen.storefront;
