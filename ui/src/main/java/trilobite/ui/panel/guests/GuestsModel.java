// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /// Such as `3 guests and 1 of another program`; nothing where none runs, which the page says.
  String count() {
    if (read.isEmpty()) {
      return "";
    }
    var entries = entries();
    long ours = entries.stream().filter(entry -> entry.guest().isPresent()).count();
    long others = entries.size() - ours;
    if (others == 0) {
      return ours == 0 ? "" : guests(ours);
    }
    var whose = others == 1 ? " of another program" : " of other programs";
    return (ours == 0 ? guests(others) : guests(ours) + " and " + others) + whose;
  }

  private static String guests(long count) {
    return count == 1 ? "1 guest" : count + " guests";
  }

  /// What was typed: a process number, the path of a QMP socket, or a domain's name.
  ///
  /// @param uri of the domain's connection; blank for this machine's own
  /// @return empty where nothing was typed
  static Optional<AttachRequest> request(String which, String uri, String image) {
    var text = which.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var file = image.isBlank() ? Optional.<Path>empty() : Optional.of(Path.of(image.strip()));
    return Optional.of(AttachRequest.plain(which(text, uri.strip()), file));
  }

  private static AttachRequest.Which which(String text, String uri) {
    if (text.matches("\\d{1,10}") && uri.isEmpty()) {
      return new AttachRequest.OfProcess(Long.parseLong(text));
    }
    return text.startsWith("/") && uri.isEmpty()
        ? new AttachRequest.OfSocket(Path.of(text))
        : new AttachRequest.OfDomain(uri, text);
  }
}
