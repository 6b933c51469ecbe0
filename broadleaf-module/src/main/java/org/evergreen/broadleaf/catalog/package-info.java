/** Broadleaf's catalog as the engine sees it. */
package org.evergreen.broadleaf.catalog;
