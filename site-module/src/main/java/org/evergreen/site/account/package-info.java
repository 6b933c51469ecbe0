/**
 * My Account: a shopper's subscriptions and what he can do about them. Every page belongs to the
 * customer who has signed in; anything else is not found.
 */
package org.evergreen.site.account;
