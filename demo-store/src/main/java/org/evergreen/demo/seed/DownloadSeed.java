package org.evergreen.demo.seed;

import java.sql.Timestamp;
import java.time.Duration;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the downloadable products their files: some are there, some come as time goes by. */
@Component
class DownloadSeed {

  private final JdbcClient jdbc;
  private final SeedFiles files;
  private final ShopTime time;

  DownloadSeed(JdbcClient jdbc, SeedFiles files, ShopTime time) {
    this.jdbc = jdbc;
    this.files = files;
    this.time = time;
  }

  void plant() {
    files.read("seed/downloads.json", SeedFile.class).forEach(this::plant);
  }

  private void plant(SeedFile file) {
    jdbc.sql(
            "insert into demo_download (id, product_id, name, content_type, content, added_at)"
                + " values (:id, :product, :name, 'application/pdf', :content, :at)")
        .param("id", file.id())
        .param("product", file.product())
        .param("name", file.name())
        .param("content", OnePagePdf.of(file.title(), file.text()))
        .param("at", Timestamp.from(time.now().plus(Duration.ofDays(file.day()))))
        .update();
  }
}
