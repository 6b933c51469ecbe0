/**
 * What gateways tell the shop by themselves. A webhook is checked, kept once and answered at once;
 * a job works it off later by reading the object again at the gateway, so that neither the order of
 * webhooks nor repetitions matter. See docs/14-webhooks.md.
 */
package org.evergreen.webhook;
