package org.evergreen.broadleaf.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.evergreen.admin.WebJars;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The styles of the merchant's pages, held together by a selector around them: Broadleaf's frame
 * keeps its own looks, and Broadleaf's styles do not reach into the pages.
 */
@RestController
class FrameStyles {

  private static final String RESOURCES = "META-INF/resources";
  // Written three times, it outweighs whatever Broadleaf says of elements and their attributes.
  private static final String AROUND = ".evergreen-pages.evergreen-pages.evergreen-pages";

  private final String css;

  FrameStyles() {
    String pages =
        read(new WebJars().bootstrap("css/bootstrap.min.css")) + read("/evergreen/admin.css");
    String own = read("/evergreen/broadleaf-admin.css");
    this.css = AROUND + "{" + nested(pages) + "}\n" + own;
  }

  /** What speaks of the whole document speaks of the pages' container instead. */
  private static String nested(String css) {
    return css.replaceAll("@charset [^;]+;", "")
        .replaceAll("/\\*#[^*]*\\*/", "")
        .replace(":root", "&")
        .replaceAll("(^|[},/\\s])(?:body|\\.admin)\\s*\\{", "$1&{")
        .replaceAll("(^|[},\\s])\\.admin ", "$1& ");
  }

  private static String read(String path) {
    ClassPathResource file = new ClassPathResource(RESOURCES + path);
    try {
      return StreamUtils.copyToString(file.getInputStream(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The style sheet " + path + " is not on the class path", e);
    }
  }

  @GetMapping("/evergreen-assets/frame.css")
  ResponseEntity<String> styles() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .body(css);
  }
}
