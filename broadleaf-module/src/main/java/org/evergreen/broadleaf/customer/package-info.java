/** Broadleaf's customers as the engine sees them. */
package org.evergreen.broadleaf.customer;
