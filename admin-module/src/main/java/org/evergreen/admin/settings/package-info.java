/** The page on which a merchant decides what holds for the whole shop. */
package org.evergreen.admin.settings;
