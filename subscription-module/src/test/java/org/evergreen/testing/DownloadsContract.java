package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.evergreen.storefront.DownloadContent;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.junit.jupiter.api.Test;

/** What every host's {@link Downloads} must do. */
public abstract class DownloadsContract {

  protected abstract Downloads downloads();

  /** All files of one product, oldest first, at least two that were added at different times. */
  protected abstract List<DownloadFile> files();

  protected abstract ProductId productWithoutFiles();

  private ProductId product() {
    return files().get(0).product();
  }

  @Test
  protected void filesOfAProductAreListedOldestFirst() {
    assertThat(files()).hasSizeGreaterThan(1);
    assertThat(files().get(0).addedAt()).isBefore(files().get(files().size() - 1).addedAt());
    assertThat(downloads().files(List.of(product(), productWithoutFiles())))
        .containsOnlyKeys(product())
        .containsEntry(product(), files());
  }

  @Test
  protected void unknownProductsAreLeftOut() {
    assertThat(downloads().files(List.of(new ProductId("no-such-product")))).isEmpty();
    assertThat(downloads().files(List.of())).isEmpty();
  }

  @Test
  protected void contentIsAsLongAsItsFileSays() throws IOException {
    for (DownloadFile file : files()) {
      DownloadContent content = downloads().open(file.id()).orElseThrow();
      try (InputStream stream = content.stream()) {
        assertThat(stream.readAllBytes()).hasSize(Math.toIntExact(file.size())).isNotEmpty();
      }
      assertThat(content.file()).isEqualTo(file);
      assertThat(content.contentType()).contains("/");
      assertThat(file.name()).doesNotContain("/", "\\").isNotBlank();
    }
  }

  @Test
  protected void unknownFileHasNoContent() {
    assertThat(downloads().open("no-such-file")).isEmpty();
    assertThat(downloads().open("")).isEmpty();
    assertThat(downloads().open("../../etc/passwd")).isEmpty();
  }
}
