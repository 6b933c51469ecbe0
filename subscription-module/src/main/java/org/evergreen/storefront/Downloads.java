package org.evergreen.storefront;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the host's downloadable products. Whether a customer may have one is the engine's
 * decision, asked before {@link #open}.
 */
public interface Downloads {

  /** The files of products, oldest first; a product without files is left out. */
  Map<ProductId, List<DownloadFile>> files(Collection<ProductId> products);

  /** A file's content; empty when there is no such file. The caller closes the stream. */
  Optional<DownloadContent> open(String fileId);
}
