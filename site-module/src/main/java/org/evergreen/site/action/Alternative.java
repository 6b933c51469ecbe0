package org.evergreen.site.action;

/**
 * What a shopper may do instead.
 *
 * @param slug of the action
 * @param query what its page is opened with, without question mark; empty for nothing
 * @param text what it offers, in a sentence
 * @param button what the link says
 */
public record Alternative(String slug, String query, String text, String button) {}
