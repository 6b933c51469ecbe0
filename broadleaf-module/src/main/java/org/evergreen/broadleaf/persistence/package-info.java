/** Evergreen's tables and transactions in Broadleaf's database. */
package org.evergreen.broadleaf.persistence;
