/** Evergreen in a Broadleaf Commerce shop: what a merchant adds to his site and his admin. */
package org.evergreen.broadleaf;
