package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.evergreen.testing.DownloadsContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files at products, put there as the admin puts them. */
@SiteTest
class BroadleafDownloadsTest extends DownloadsContract {

  private static final long PRODUCT = 14;
  private static final long WITHOUT_FILES = 15;

  @LocalServerPort int port;
  @Autowired Downloads downloads;
  @Autowired Shop shop;

  private List<DownloadFile> files;

  @BeforeEach
  void twoChapters() {
    files =
        List.of(
            shop.file(PRODUCT, "download-1", "chapter-1.pdf", 1),
            shop.file(PRODUCT, "download-2", "chapter-2.pdf", 2));
  }

  @Override
  protected Downloads downloads() {
    return downloads;
  }

  @Override
  protected List<DownloadFile> files() {
    return files;
  }

  @Override
  protected ProductId productWithoutFiles() {
    return new ProductId(Long.toString(WITHOUT_FILES));
  }

  @Test
  void picturesOfAProductAreNoFiles() {
    shop.file(WITHOUT_FILES, "primary", "picture.pdf", 1);
    assertThat(downloads.files(List.of(productWithoutFiles()))).isEmpty();
  }

  @Test
  void filesAreNotShownToWhoeverKnowsTheirAddress() {
    shop.file(WITHOUT_FILES, "primary", "open.pdf", 1);
    Visitor stranger = new Visitor(port);
    assertThat(stranger.get("/cmsstatic/product/15/open.pdf").statusCode()).isEqualTo(200);
    assertThat(stranger.get("/cmsstatic/product/14/chapter-1.pdf").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/cmsstatic/product/14/chapter%2D1.pdf").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/x/cmsstatic/product/14/chapter-1.pdf").statusCode()).isEqualTo(404);
  }
}
