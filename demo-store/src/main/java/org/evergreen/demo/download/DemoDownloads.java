package org.evergreen.demo.download;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.storefront.DownloadContent;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store's files; they are small and kept in the database. One of a later date is not there. */
@Component
class DemoDownloads implements Downloads {

  private static final String FACTS =
      "select id, product_id, name, length(content) as size, added_at";

  private final JdbcClient jdbc;
  private final ShopTime time;

  DemoDownloads(JdbcClient jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @Override
  public Map<ProductId, List<DownloadFile>> files(Collection<ProductId> products) {
    String[] keys = products.stream().map(ProductId::value).distinct().toArray(String[]::new);
    return jdbc
        .sql(
            FACTS
                + " from demo_download where product_id = any(:products) and added_at <= :now"
                + " order by added_at, id")
        .param("products", keys)
        .param("now", Timestamp.from(time.now()))
        .query(DemoDownloads::file)
        .list()
        .stream()
        .collect(Collectors.groupingBy(DownloadFile::product));
  }

  @Override
  public Optional<DownloadContent> open(String fileId) {
    return jdbc.sql(
            FACTS
                + ", content_type, content from demo_download"
                + " where id = :id and added_at <= :now")
        .param("id", fileId)
        .param("now", Timestamp.from(time.now()))
        .query(DemoDownloads::content)
        .optional();
  }

  private static DownloadFile file(ResultSet row, int number) throws SQLException {
    return new DownloadFile(
        row.getString("id"),
        new ProductId(row.getString("product_id")),
        row.getString("name"),
        row.getLong("size"),
        row.getTimestamp("added_at").toInstant());
  }

  private static DownloadContent content(ResultSet row, int number) throws SQLException {
    return new DownloadContent(
        file(row, number),
        row.getString("content_type"),
        new ByteArrayInputStream(row.getBytes("content")));
  }
}
