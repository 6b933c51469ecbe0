/** The store with Stripe as its gateway, in a browser, against the double of Stripe. */
package org.evergreen.demo.browser.stripe;
