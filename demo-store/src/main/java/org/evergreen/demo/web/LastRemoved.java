package org.evergreen.demo.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.evergreen.demo.cart.RemovedLine;
import org.springframework.web.util.WebUtils;

/**
 * The cart line that was removed last in a session. It stays on the server: whoever gets it as a
 * gift, and where it is sent, is not for a form to say once more.
 */
final class LastRemoved {

  private static final String KEY = LastRemoved.class.getName();

  private LastRemoved() {}

  static void keep(HttpSession session, RemovedLine line) {
    session.setAttribute(KEY, line);
  }

  /** The line with this key, once: pressed twice, it is put back once. */
  static Optional<RemovedLine> take(HttpSession session, long line) {
    synchronized (WebUtils.getSessionMutex(session)) {
      Optional<RemovedLine> kept =
          Optional.ofNullable((RemovedLine) session.getAttribute(KEY))
              .filter(removed -> removed.id() == line);
      kept.ifPresent(removed -> session.removeAttribute(KEY));
      return kept;
    }
  }
}
