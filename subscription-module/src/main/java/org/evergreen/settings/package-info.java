/** What the merchant decides for the whole shop, with defaults: self-service, changes, billing. */
package org.evergreen.settings;
