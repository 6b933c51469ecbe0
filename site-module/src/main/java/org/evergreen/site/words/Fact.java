package org.evergreen.site.words;

/**
 * A label and its value, for example "Next payment" and "21 December 2026".
 *
 * @param label a few words
 * @param value in plain words
 */
public record Fact(String label, String value) {}
