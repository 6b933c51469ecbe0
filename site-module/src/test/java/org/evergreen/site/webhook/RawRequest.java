package org.evergreen.site.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that no client library would send; answered with the first line of the answer. */
final class RawRequest {

  private RawRequest() {}

  /**
   * Sends a head and the beginning of a body.
   *
   * @param more whether the sender keeps silent after it; else he hangs up
   */
  static String send(int port, String head, byte[] beginning, boolean more) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(beginning);
      out.flush();
      if (!more) {
        socket.shutdownOutput();
      }
      String answer = new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
      return answer.strip();
    }
  }
}
