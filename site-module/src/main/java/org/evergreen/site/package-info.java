/**
 * What shoppers see of their subscriptions, in any host: My Account pages, and fragments for a
 * host's product, cart and checkout pages. It knows the engine and its ports, never a host.
 */
package org.evergreen.site;
