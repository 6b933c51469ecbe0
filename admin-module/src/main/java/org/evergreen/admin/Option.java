package org.evergreen.admin;

/**
 * One of the values that a select field offers.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Option(String value, String label) {}
