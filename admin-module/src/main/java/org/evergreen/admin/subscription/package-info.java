/**
 * Pages on which merchants find a subscription, see everything about it, and act for the shopper.
 */
package org.evergreen.admin.subscription;
