/** How the shop to try the module with starts: weaving, database, first tables, clock. */
package org.evergreen.broadleaf.tryout.start;
