package org.evergreen.broadleaf.download;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.ProductId;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Which media of Broadleaf's products are files to download. */
public class DownloadMedia {

  private static final String FROM =
      " from blc_sku_media_map x join blc_media m on m.media_id = x.media_id";
  private static final String IS_DOWNLOAD = " lower(x.map_key) like 'download%'";
  private static final String FILES =
      "select x.sku_media_id, p.product_id, a.static_asset_id, a.name, a.file_size, a.date_created"
          + FROM
          + " join blc_product p on p.default_sku_id = x.blc_sku_sku_id"
          + " join blc_static_asset a on concat(:prefix, a.full_url) = m.url where"
          + IS_DOWNLOAD;
  private static final String OLDEST_FIRST =
      " order by a.date_created nulls first, x.map_key, x.sku_media_id";
  private static final String GUARDED =
      "select count(*)" + FROM + " where" + IS_DOWNLOAD + " and m.url = :url";

  private final NamedParameterJdbcOperations jdbc;
  private final String prefix;

  /**
   * @param prefix what the addresses of assets begin with in Broadleaf, for example cmsstatic
   */
  public DownloadMedia(NamedParameterJdbcOperations jdbc, String prefix) {
    this.jdbc = jdbc;
    this.prefix = "/" + prefix;
  }

  /**
   * A file and where it is.
   *
   * @param asset Broadleaf's key of its asset
   */
  record Entry(DownloadFile file, long asset) {}

  List<Entry> ofProducts(List<Long> products) {
    return jdbc.query(
        FILES + " and p.product_id in (:products)" + OLDEST_FIRST,
        Map.of("prefix", prefix, "products", products),
        (row, n) -> entry(row));
  }

  Optional<Entry> find(long id) {
    return jdbc
        .query(
            FILES + " and x.sku_media_id = :id",
            Map.of("prefix", prefix, "id", id),
            (row, n) -> entry(row))
        .stream()
        .findFirst();
  }

  /**
   * Whether an asset is a file to download, which Broadleaf must not show to everybody.
   *
   * @param path address of the asset without the prefix
   */
  boolean isGuarded(String path) {
    Integer found = jdbc.queryForObject(GUARDED, Map.of("url", prefix + path), Integer.class);
    return found != null && found > 0;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    DownloadFile file =
        new DownloadFile(
            Long.toString(row.getLong("sku_media_id")),
            new ProductId(Long.toString(row.getLong("product_id"))),
            row.getString("name").replaceAll(".*[/\\\\]", ""),
            row.getLong("file_size"),
            added(row.getTimestamp("date_created")));
    return new Entry(file, row.getLong("static_asset_id"));
  }

  /** Assets that were not uploaded in the admin have no date: they were there from the start. */
  private static Instant added(Timestamp created) {
    return created == null ? Instant.EPOCH : created.toInstant();
  }
}
