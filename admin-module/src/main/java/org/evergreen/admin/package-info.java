/**
 * The merchant's pages: their frame, navigation and settings. A host adds its own links and
 * security.
 */
package org.evergreen.admin;
