package org.evergreen.demo.account;

import org.evergreen.storefront.PostalAddress;

/** An address that a shopper has used before. */
public record SavedAddress(long id, PostalAddress address) {}
