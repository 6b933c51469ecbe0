package org.evergreen.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.evergreen.storefront.DownloadContent;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;

/** The files of {@link FakeStorefront}: short texts in memory. */
public final class FakeDownloads implements Downloads {

  private record Text(DownloadFile file, byte[] content) {}

  private final Map<String, Text> texts = new ConcurrentHashMap<>();

  /** Gives a product a file. */
  public DownloadFile put(String id, ProductId product, String name, String text, Instant addedAt) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    DownloadFile file = new DownloadFile(id, product, name, content.length, addedAt);
    texts.put(id, new Text(file, content));
    return file;
  }

  /** Takes a file away. */
  public void remove(String id) {
    texts.remove(id);
  }

  @Override
  public Map<ProductId, List<DownloadFile>> files(Collection<ProductId> products) {
    return texts.values().stream()
        .map(Text::file)
        .filter(file -> products.contains(file.product()))
        .sorted(Comparator.comparing(DownloadFile::addedAt).thenComparing(DownloadFile::id))
        .collect(
            Collectors.groupingBy(DownloadFile::product, Collectors.toCollection(ArrayList::new)));
  }

  @Override
  public Optional<DownloadContent> open(String fileId) {
    return Optional.ofNullable(texts.get(fileId))
        .map(
            text ->
                new DownloadContent(
                    text.file(),
                    "text/plain;charset=UTF-8",
                    new ByteArrayInputStream(text.content())));
  }
}
