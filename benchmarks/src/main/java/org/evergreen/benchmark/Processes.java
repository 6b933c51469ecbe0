package org.evergreen.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several real processes that renew on one database at the same time. */
final class Processes {

  /**
   * What they did together.
   *
   * @param seconds from the word go until the last was done
   * @param charges that they sent to the gateway, all together
   */
  record Result(double seconds, long charges) {}

  private Processes() {}

  static Result run(int count, String url, Engine.Setup setup) {
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        processes.add(start(url, setup));
      }
      for (Process process : processes) {
        await(process, "READY");
      }
      long start = System.nanoTime();
      for (Process process : processes) {
        Writer input = new OutputStreamWriter(process.getOutputStream());
        input.write("go\n");
        input.flush();
      }
      long charges = 0;
      for (Process process : processes) {
        charges += Long.parseLong(await(process, "DONE ").substring("DONE ".length()));
      }
      return new Result((System.nanoTime() - start) / 1e9, charges);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      processes.forEach(Process::destroy);
    }
  }

  private static Process start(String url, Engine.Setup setup) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            RenewalWorker.class.getName(),
            url,
            Long.toString(setup.latency().toMillis()),
            Integer.toString(setup.inFlight()),
            Integer.toString(setup.workers()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String await(Process process, String beginning) throws IOException {
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("A worker process ended before it said " + beginning);
    }
    return line;
  }
}
