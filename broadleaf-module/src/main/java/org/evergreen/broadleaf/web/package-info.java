/** Broadleaf's protection of forms, where the engine's pages look for it. */
package org.evergreen.broadleaf.web;
