package org.evergreen.demo.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.evergreen.testing.DownloadsContract;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

@DemoStoreTest
class DemoDownloadsTest extends DownloadsContract {

  private static final ProductId COURSE = new ProductId("home-roasting");

  @Autowired private Downloads downloads;
  @Autowired private JdbcOperations jdbc;
  @Autowired private ShopTime time;

  @AfterEach
  void takeTheFileOut() {
    jdbc.update("delete from demo_download where id = 'next-year'");
  }

  @Override
  protected Downloads downloads() {
    return downloads;
  }

  @Override
  protected List<DownloadFile> files() {
    return downloads.files(List.of(COURSE)).get(COURSE);
  }

  @Override
  protected ProductId productWithoutFiles() {
    return new ProductId("stoneware-mug");
  }

  @Test
  void fileOfALaterDateIsNotThereYet() {
    // Tests that share the store move its clock forward, so that lessons come to be there.
    jdbc.update(
        "insert into demo_download (id, product_id, name, content_type, content, added_at)"
            + " values ('next-year', ?, 'next-year.pdf', 'application/pdf', '', ?)",
        COURSE.value(),
        Timestamp.from(time.now().plus(Duration.ofDays(365))));

    assertThat(files()).extracting(DownloadFile::id).contains("home-roasting-1");
    assertThat(files()).extracting(DownloadFile::id).doesNotContain("next-year");
    assertThat(downloads.open("next-year")).isEmpty();
  }

  @Test
  void fileIsAReadablePdf() throws IOException {
    try (InputStream content = downloads.open(files().get(0).id()).orElseThrow().stream()) {
      String pdf = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
      int index = Integer.parseInt(pdf.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
      assertThat(pdf).startsWith("%PDF-1.4").contains("Lesson 1: Choosing green beans");
      assertThat(pdf.substring(index)).startsWith("xref");
    }
  }
}
