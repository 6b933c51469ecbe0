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
   * @param notice key of the notice that it tells
   */
  record Arrived(String notice, String to, String subject) {}

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
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String[] lines = body.split("\n", 4);
      mails.add(new Arrived(lines[0], lines[1], lines[2]));
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
