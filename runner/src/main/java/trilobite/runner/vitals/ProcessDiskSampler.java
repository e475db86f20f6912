// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;

/// Bytes that a guest's process moved from and to storage, by `/proc/PID/io` (proc(5)): for guests
/// whose monitor does not tell. What the host's page cache answered is not in it.
///
/// @param proc normally `/proc`
record ProcessDiskSampler(Path proc, long process) implements Sampler {

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.DISK_READ_BYTES, Vital.DISK_WRITTEN_BYTES);
  }

  @Override
  public List<Figure> sample() throws IOException {
    var file = proc.resolve(Long.toString(process)).resolve("io");
    var source =
        new Source(
            Source.Kind.HOST_PROCESS,
            "read_bytes and write_bytes of " + file + ", all of the process");
    try {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return List.of(
          new Figure(Vital.DISK_READ_BYTES, value(text, "read_bytes: "), source),
          new Figure(Vital.DISK_WRITTEN_BYTES, value(text, "write_bytes: "), source));
    } catch (AccessDeniedException e) {
      throw new IOException("this user may not read " + file, e);
    }
  }

  private static double value(String text, String key) throws IOException {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .mapToDouble(line -> Double.parseDouble(line.substring(key.length())))
        .findFirst()
        .orElseThrow(() -> new IOException("the kernel does not count what a process reads"));
  }
}
