package org.evergreen.broadleaf.download;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Broadleaf shows every asset to whoever knows its address. Files to download are not there: they
 * are fetched at My Account, which asks for the right to them.
 */
public class DownloadGuard extends OncePerRequestFilter {

  private final DownloadMedia media;
  private final String prefix;

  /**
   * @param prefix what the addresses of assets begin with in Broadleaf, for example cmsstatic
   */
  public DownloadGuard(DownloadMedia media, String prefix) {
    this.media = media;
    this.prefix = prefix;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (media.isGuarded(asset(request.getRequestURI()))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().contains(prefix);
  }

  /** Read as Broadleaf reads it, else an odd spelling would pass by. */
  private String asset(String uri) {
    String path = uri.substring(uri.indexOf(prefix) + prefix.length());
    String decoded =
        URLDecoder.decode(path.startsWith("/") ? path : "/" + path, StandardCharsets.UTF_8);
    return decoded.replaceAll("(?i);jsessionid.*?=.*?(?=\\?|$)", "");
  }
}
