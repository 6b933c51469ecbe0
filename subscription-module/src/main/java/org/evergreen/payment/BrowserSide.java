package org.evergreen.payment;

/**
 * What a page needs to talk to the gateway itself, so that no card number reaches the shop.
 *
 * @param publishableKey names the shop to the gateway; no secret
 * @param scriptUrl the gateway's script for the page
 */
public record BrowserSide(String publishableKey, String scriptUrl) {}
