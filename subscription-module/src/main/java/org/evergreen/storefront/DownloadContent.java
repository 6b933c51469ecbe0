package org.evergreen.storefront;

import java.io.InputStream;

/**
 * A file that is being fetched.
 *
 * @param contentType for example {@code application/pdf}
 */
public record DownloadContent(DownloadFile file, String contentType, InputStream stream) {}
