package org.evergreen.broadleaf.download;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.broadleafcommerce.cms.field.type.StorageType;
import org.broadleafcommerce.cms.file.domain.StaticAsset;
import org.broadleafcommerce.cms.file.service.StaticAssetService;
import org.broadleafcommerce.cms.file.service.StaticAssetStorageService;
import org.broadleafcommerce.common.file.service.BroadleafFileService;
import org.evergreen.broadleaf.Keys;
import org.evergreen.storefront.DownloadContent;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of Broadleaf's products: media of a product whose key begins with {@code download} and
 * whose asset Broadleaf stores. A merchant puts them there on the Media tab of the product.
 */
public class BroadleafDownloads implements Downloads {

  private static final Logger log = LoggerFactory.getLogger(BroadleafDownloads.class);
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final DownloadMedia media;
  private final StaticAssetService assets;
  private final StaticAssetStorageService storage;
  private final BroadleafFileService files;

  public BroadleafDownloads(
      DownloadMedia media,
      StaticAssetService assets,
      StaticAssetStorageService storage,
      BroadleafFileService files) {
    this.media = media;
    this.assets = assets;
    this.storage = storage;
    this.files = files;
  }

  @Override
  public Map<ProductId, List<DownloadFile>> files(Collection<ProductId> products) {
    List<Long> numbers = Keys.numbers(products, ProductId::value);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Map<ProductId, List<DownloadFile>> byProduct = new LinkedHashMap<>();
    for (DownloadMedia.Entry entry : media.ofProducts(numbers)) {
      byProduct
          .computeIfAbsent(entry.file().product(), unused -> new ArrayList<>())
          .add(entry.file());
    }
    return byProduct;
  }

  @Override
  public Optional<DownloadContent> open(String fileId) {
    OptionalLong number = Keys.number(fileId);
    return number.isEmpty() ? Optional.empty() : media.find(number.getAsLong()).flatMap(this::open);
  }

  private Optional<DownloadContent> open(DownloadMedia.Entry entry) {
    StaticAsset asset = assets.findStaticAssetById(entry.asset());
    String type = Objects.requireNonNullElse(asset.getMimeType(), UNKNOWN_TYPE);
    try {
      return Optional.of(new DownloadContent(entry.file(), type, new FileInputStream(path(asset))));
    } catch (FileNotFoundException e) {
      log.error("The file of the asset {} is not where Broadleaf keeps it", asset.getFullUrl(), e);
      return Optional.empty();
    }
  }

  /** As it was uploaded: Broadleaf's view of an asset may be recompressed. */
  private String path(StaticAsset asset) throws FileNotFoundException {
    if (StorageType.FILESYSTEM.equals(asset.getStorageType())) {
      return files.getResource(asset.getFullUrl()).getPath();
    }
    try {
      return storage
          .getCacheFileModel(asset.getFullUrl(), new LinkedHashMap<>())
          .get("cacheFilePath");
    } catch (FileNotFoundException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("Broadleaf could not read " + asset.getFullUrl(), e);
    } catch (Exception e) {
      throw new IllegalStateException("Broadleaf could not read " + asset.getFullUrl(), e);
    }
  }
}
