/** From a paid order to subscriptions: plan offers, grouping, recurring totals. */
package org.evergreen.checkout;
