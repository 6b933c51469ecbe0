package org.evergreen.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processes of a PostgreSQL server: the one that was started, those it has now, and by its
 * account those that have ended. Read from Linux's process table.
 */
record ServerProcesses(long postmaster) {

  private static final long MILLIS_PER_TICK = 10;
  private static final int USER_TIME = 11;
  private static final int ENDED_CHILDREN_SYSTEM_TIME = 14;

  static ServerProcesses of(Path dataDirectory) {
    try {
      String first = Files.readAllLines(dataDirectory.resolve("postmaster.pid")).get(0);
      return new ServerProcesses(Long.parseLong(first.strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("The server does not run in " + dataDirectory, e);
    }
  }

  /** User and system time of all of them. */
  long cpuMillis() {
    long ticks = ticks(postmaster, ENDED_CHILDREN_SYSTEM_TIME);
    for (ProcessHandle child : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
      ticks += ticks(child.pid(), USER_TIME + 1);
    }
    return ticks * MILLIS_PER_TICK;
  }

  /** Sums the times from the user time to the given field; fields are counted after the name. */
  private static long ticks(long process, int lastField) {
    try {
      String line = Files.readString(Path.of("/proc/" + process + "/stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = USER_TIME; field <= lastField; field++) {
        ticks += Long.parseLong(fields[field]);
      }
      return ticks;
    } catch (IOException ended) {
      return 0;
    }
  }
}
