package org.evergreen.demo.seed;

import java.util.List;

/**
 * A file as {@code seed/downloads.json} describes it.
 *
 * @param day when it is added, in days from the day of the seed; negative for earlier
 * @param text its paragraphs
 */
record SeedFile(String id, String product, String name, int day, String title, List<String> text) {}
