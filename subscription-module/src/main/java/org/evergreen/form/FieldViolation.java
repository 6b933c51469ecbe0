package org.evergreen.form;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name in the form
 * @param message what to do, in a sentence
 */
public record FieldViolation(String field, String message) {}
