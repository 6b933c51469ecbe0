/**
 * A small Broadleaf shop and its admin, to try the module with. Nothing of it is in the jar that
 * merchants add to their shops.
 */
package org.evergreen.broadleaf.tryout;
