package org.evergreen.demo.chaos;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of the store, as the test sees it. */
final class StoreProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final String name;
  private final Process process;
  private final Writer input;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> charging = Collections.synchronizedList(new ArrayList<>());
  private volatile Step heldAt;
  private volatile String heldWorker;

  private StoreProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.input =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread reader = new Thread(() -> read(log), "output of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a process without waiting for it. */
  static StoreProcess start(String name, List<String> settings, Path log) {
    return new StoreProcess(name, ChildJvm.get().start(settings), log);
  }

  private void read(Path log) {
    try (BufferedReader output =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Writer kept = Files.newBufferedWriter(log)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        kept.write(line + "\n");
        kept.flush();
        if (line.startsWith(Harness.MARK)) {
          hear(line.substring(Harness.MARK.length()).split(" "));
        }
      }
    } catch (IOException ended) {
      // A killed process closes its output in the middle of a line.
      answers.add("ended");
    }
    port.completeExceptionally(
        new IllegalStateException(name + " ended before it was ready; see " + log));
  }

  private void hear(String... words) {
    switch (words[0]) {
      case "ready" -> port.complete(Integer.valueOf(words[1]));
      case "at" -> {
        heldWorker = words[2];
        heldAt = Step.valueOf(words[1]);
      }
      case "charging" -> charging.add(words[1]);
      case "did" -> answers.add(words[1]);
      default -> throw new IllegalStateException(name + " said " + String.join(" ", words));
    }
  }

  boolean isReady() {
    return port.isDone() && !port.isCompletedExceptionally() && process.isAlive();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int port() {
    return port.join();
  }

  /** Where a thread of it is held, if any is. */
  Optional<Step> heldAt() {
    return Optional.ofNullable(heldAt);
  }

  /** The run of renewals to which the held thread belongs: what its lease owners begin with. */
  String heldRun() {
    return heldWorker.substring(0, heldWorker.lastIndexOf('-'));
  }

  /** The keys of charges for which it has turned to the gateway. */
  List<String> charging() {
    return List.copyOf(charging);
  }

  /** Has it execute a command, and waits for the answer. */
  synchronized String ask(String... words) {
    answers.clear();
    try {
      input.write(String.join(" ", words) + "\n");
      input.flush();
      String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null || answer.startsWith("failed:") || answer.equals("ended")) {
        throw new IllegalStateException(
            name + " answered " + answer + " to " + String.join(" ", words));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not listen", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while " + name + " was asked", e);
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }

  @Override
  public String toString() {
    return name;
  }
}
