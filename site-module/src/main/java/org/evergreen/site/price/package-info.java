/** What subscriptions cost from now on, with tax and shipping as the host works them out. */
package org.evergreen.site.price;
