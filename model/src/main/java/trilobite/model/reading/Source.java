// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reading;

/// Where a measured value came from, in words a user can check.
///
/// @param kind which of the host's or guest's faces was read
/// @param detail the exact thing read, such as `tide_heap in ram, symbol from tidepool.elf`
public record Source(Kind kind, String detail) {

  /// The faces that a guest shows to its host. The guest is never asked, except on its own console.
  public enum Kind {
    GUEST_MEMORY("guest memory"),
    GUEST_RAM_FILE("the host's file behind guest RAM"),
    HOST_PROCESS("the host's accounting of the QEMU process"),
    QMP("QEMU's monitor"),
    RELAY("the packet relay"),
    CONSOLE("the serial console"),
    PROJECT("the project file"),
    HOST("the host");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// The kind in words, for badges and tooltips.
    public String words() {
      return words;
    }
  }
}
