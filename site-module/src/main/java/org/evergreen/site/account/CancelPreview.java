package org.evergreen.site.account;

import java.util.List;

/**
 * What cancelling now would do.
 *
 * @param sentences each effect in plain words
 * @param token stands for the effect; comes back with the form, so that nothing else happens than
 *     the shopper has seen
 */
public record CancelPreview(List<String> sentences, String token) {}
