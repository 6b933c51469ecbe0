/** Files of Broadleaf's products, kept from whoever has no right to them. */
package org.evergreen.broadleaf.download;
