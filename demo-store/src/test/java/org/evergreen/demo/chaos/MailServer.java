package org.evergreen.demo.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mails and keeps them, in the process of the test. */
final class MailServer implements AutoCloseable {

  /**
   * A mail that arrived.
   *
   * @param content subject and text
   */
  record Arrived(String to, String content) {}

  private final HttpServer server;
  private final List<Arrived> mails = new CopyOnWriteArrayList<>();

  MailServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int line = body.indexOf('\n');
      mails.add(new Arrived(body.substring(0, line), body.substring(line + 1)));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  List<Arrived> mails() {
    return List.copyOf(mails);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
