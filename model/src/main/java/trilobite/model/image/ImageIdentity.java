// SPDX-License-Identifier: Apache-2.0
package trilobite.model.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a file is, told from its headers, and how it would boot here.
///
/// @param format `elf64`, `elf32`, `bzImage`, `image`, `raw`, `qcow2`, `vmdk`, `vdi`, `iso`, `rom`,
///   `gzip`, `text`, `empty`, `unknown` …
/// @param os what it was taken for, such as `Unikraft 0.17.0`; empty where nothing told
/// @param arch as QEMU's programs spell it; empty where nothing told
/// @param machine a machine type that it would boot on; empty where it boots on none of QEMU's
/// @param profile name of the OS profile that knows it, or empty
/// @param memory what such a guest should have at least, such as `128M`
/// @param append a command line that makes it talk on the serial line; mostly empty
/// @param ready what its console says once it is up, where its profile knows
/// @param card false for one that refuses to start where it finds a network card
/// @param symbols a file beside it with the symbols of the same code
/// @param why what was seen and what follows, a sentence each, the most telling first
/// @param recognised false for an empty, cut or unknown file and for text
public record ImageIdentity(
    Path file,
    long bytes,
    String format,
    String os,
    String arch,
    String machine,
    String profile,
    String memory,
    String append,
    Optional<String> ready,
    boolean card,
    Boot boot,
    Optional<String> buildId,
    Optional<Path> symbols,
    List<String> why,
    boolean recognised) {

  /// How QEMU is given it.
  public enum Boot {
    /// By `-kernel`.
    KERNEL,
    /// As a disk.
    DRIVE,
    /// As a CD-ROM.
    CDROM,
    /// In place of the machine's firmware.
    FIRMWARE,
    /// Not at all.
    NONE
  }

  public ImageIdentity {
    why = List.copyOf(why);
  }

  public boolean bootable() {
    return boot != Boot.NONE;
  }
}
