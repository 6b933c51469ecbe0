/** The merchant's pages inside Broadleaf's admin: its frame, its navigation, its permissions. */
package org.evergreen.broadleaf.admin;
