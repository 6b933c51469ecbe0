/** Broadleaf's orders as the engine sees them: quotes that leave nothing, and renewal orders. */
package org.evergreen.broadleaf.order;
