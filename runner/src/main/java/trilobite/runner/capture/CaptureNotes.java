// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the capture files of a run cannot say themselves, kept beside them in `packets.notes`.
///
/// @param startedNanos wall time at which the run's clock began, in nanoseconds since 1970
/// @param missed packets that came too fast for the disk
public record CaptureNotes(long startedNanos, long missed) {

  private static final String FILE = "packets.notes";
  private static final long LONGEST = 200;
  private static final Pattern TEXT =
      Pattern.compile("started (-?\\d{1,18}\\d?) ns\nmissed (\\d{1,18})\n");

  /// Writes the notes of a run's folder anew.
  public void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve(FILE), "started " + startedNanos + " ns\nmissed " + missed + "\n");
  }

  /// Empty where there are none, or they are being written.
  static Optional<CaptureNotes> read(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
      return Optional.empty();
    }
    var text = TEXT.matcher(Files.readString(file));
    try {
      return text.matches()
          ? Optional.of(
              new CaptureNotes(Long.parseLong(text.group(1)), Long.parseLong(text.group(2))))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
