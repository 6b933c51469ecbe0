package org.evergreen.storefront;

import java.time.Instant;

/**
 * A file of a downloadable product.
 *
 * @param id the host's key of it, unique in the shop
 * @param name as it is saved on the shopper's machine, for example {@code chapter-1.pdf}
 * @param size in bytes
 * @param addedAt since when the product has it
 */
public record DownloadFile(String id, ProductId product, String name, long size, Instant addedAt) {}
