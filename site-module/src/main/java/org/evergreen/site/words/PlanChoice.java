package org.evergreen.site.words;

import java.util.List;

/**
 * One way to buy a product, in plain words.
 *
 * @param value what the form sends: the plan's id, or empty for a one-time purchase
 * @param title for example "One-time purchase" or "Deliver monthly"
 * @param price for example "$27.00 every month"
 * @param saving for example "Save 10%", empty when nothing is saved
 * @param details all other terms, a short sentence each
 * @param checked whether it is the one picked at first
 */
public record PlanChoice(
    String value,
    String title,
    String price,
    String saving,
    List<String> details,
    boolean checked) {}
