package io.handrail.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process costs, as Linux counts it. */
final class Watched {
  private Watched() {}

  /** Processor time so far, in milliseconds; all its threads. */
  static double cpuMs(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(p -> p.info().totalCpuDuration())
        .map(Duration::toMillis)
        .orElse(0L);
  }

  /** Memory resident now, in megabytes. */
  static double residentMb(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException e) {
      // It has ended.
    }
    return Double.NaN;
  }
}
