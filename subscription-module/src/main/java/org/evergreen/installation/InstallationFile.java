package org.evergreen.installation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/** The file that holds an installation's id. Whoever comes first makes it; all others read it. */
final class InstallationFile {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MOST_BYTES = 1000;

  /** Threads of one process cannot lock a file against each other. */
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;

  InstallationFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * The id in the file, which is made with a random one when it is missing.
   *
   * @throws UnreadableInstallationException if there is something that is no id, or the file can
   *     neither be read nor made
   */
  String read() {
    try {
      String text = textOf(file);
      return text.isEmpty() ? make() : checked(text);
    } catch (NoSuchFileException missing) {
      return make();
    } catch (IOException e) {
      throw UnreadableInstallationException.notReadable(file, e);
    }
  }

  private static String textOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return textOf(channel);
    }
  }

  private static String textOf(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    int read = channel.read(bytes);
    return read <= 0 ? "" : new String(bytes.array(), 0, read, StandardCharsets.UTF_8).strip();
  }

  private String checked(String text) {
    if (!isId(text)) {
      throw UnreadableInstallationException.noId(file);
    }
    return text;
  }

  private String make() {
    synchronized (IN_THIS_PROCESS) {
      try {
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
          return readOrWrite(channel);
        }
      } catch (IOException e) {
        throw UnreadableInstallationException.notMade(file, e);
      }
    }
  }

  /** Under the lock, since another process may have been faster. */
  private String readOrWrite(FileChannel channel) throws IOException {
    channel.lock();
    String text = textOf(channel);
    if (!text.isEmpty()) {
      return checked(text);
    }
    String id = UUID.randomUUID().toString();
    channel.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
    return id;
  }
}
