// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.run.ForeignGuest;

/// What the list shows. Plain state for the JavaFX thread; looking for guests is a job's.
final class GuestsModel {

  private Optional<Read> read = Optional.empty();
  private Optional<String> failure = Optional.empty();

  /// What one look at this host gave.
  record Read(List<LiveGuest> ours, List<ForeignGuest> others) {}

  /// Blocks.
  static Read read(Workbench workbench) throws IOException {
    return new Read(workbench.guests().running(), workbench.elsewhere().guests());
  }

  void done(Read next) {
    read = Optional.of(next);
    failure = Optional.empty();
  }

  void failed(String why) {
    failure = Optional.of(why);
  }

  boolean loading() {
    return read.isEmpty() && failure.isEmpty();
  }

  Optional<String> failure() {
    return failure;
  }

  /// Ours first, oldest first; then those that nobody looks into yet.
  List<GuestEntry> entries() {
    return read.stream()
        .flatMap(
            seen ->
                Stream.concat(
                    seen.ours().stream().map(GuestEntry::of).filter(GuestEntry::alive),
                    seen.others().stream()
                        .filter(other -> other.attached().isEmpty())
                        .map(GuestEntry::of)))
        .toList();
  }

  /// Such as `3 guests, 1 of another program`.
  String count() {
    if (read.isEmpty()) {
      return "";
    }
    long ours = read.get().ours().size();
    long others = read.get().others().stream().filter(other -> other.attached().isEmpty()).count();
    return (ours == 1 ? "1 guest" : ours + " guests")
        + (others == 0 ? "" : ", " + others + " more of other programs");
  }

  /// What was typed: a process number or the path of a QMP socket, and an image.
  ///
  /// @return empty where it is neither
  static Optional<AttachRequest> request(String which, String image) {
    var text = which.strip();
    var file = image.isBlank() ? Optional.<Path>empty() : Optional.of(Path.of(image.strip()));
    if (text.matches("\\d{1,10}")) {
      return Optional.of(request(OptionalLong.of(Long.parseLong(text)), Optional.empty(), file));
    }
    return text.startsWith("/")
        ? Optional.of(request(OptionalLong.empty(), Optional.of(Path.of(text)), file))
        : Optional.empty();
  }

  private static AttachRequest request(
      OptionalLong pid, Optional<Path> socket, Optional<Path> image) {
    return new AttachRequest(pid, socket, image, "auto", "", AttachRequest.Monitor.FREE, false);
  }
}
