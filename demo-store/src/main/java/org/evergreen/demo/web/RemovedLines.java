package org.evergreen.demo.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.demo.cart.RemovedLine;
import org.springframework.web.util.WebUtils;

/**
 * The cart lines that were removed last in a session. They stay on the server: whoever gets one as
 * a gift, and where it is sent, is not for a form to say once more.
 */
final class RemovedLines {

  private static final String KEY = RemovedLines.class.getName();
  private static final int MOST = 5;

  /**
   * A line that was removed.
   *
   * @param isBack whether it was put back since
   */
  private record Kept(RemovedLine line, boolean isBack) {}

  private RemovedLines() {}

  static void keep(HttpSession session, RemovedLine line) {
    replace(session, new Kept(line, false));
  }

  /** The line with this key, once: pressed twice, it is put back once. */
  static Optional<RemovedLine> take(HttpSession session, long line) {
    synchronized (WebUtils.getSessionMutex(session)) {
      Optional<RemovedLine> taken = find(session, line).filter(k -> !k.isBack()).map(Kept::line);
      taken.ifPresent(removed -> replace(session, new Kept(removed, true)));
      return taken;
    }
  }

  /** Whether a line was put back before. */
  static boolean isBack(HttpSession session, long line) {
    return find(session, line).filter(Kept::isBack).isPresent();
  }

  private static Optional<Kept> find(HttpSession session, long line) {
    return all(session).stream().filter(kept -> kept.line().id() == line).findFirst();
  }

  private static void replace(HttpSession session, Kept newest) {
    synchronized (WebUtils.getSessionMutex(session)) {
      List<Kept> others =
          all(session).stream().filter(kept -> kept.line().id() != newest.line().id()).toList();
      session.setAttribute(
          KEY, Stream.concat(Stream.of(newest), others.stream()).limit(MOST).toList());
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Kept> all(HttpSession session) {
    Object kept = session.getAttribute(KEY);
    return kept == null ? List.of() : (List<Kept>) kept;
  }
}
