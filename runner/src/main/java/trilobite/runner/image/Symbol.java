// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

/// A name for an address of an image.
///
/// @param address as linked; where it was loaded elsewhere, the difference is to be added
/// @param size bytes, 0 where the image does not say
/// @param global true for names that all object files share
public record Symbol(String name, long address, long size, boolean global) {

  /// The name as its source spells it, without the parameters, where that is a plain path of C++ or
  /// Rust; else as it stands in the image.
  public String path() {
    return RustNames.path(name).orElse(name);
  }

  /// The same symbol this many bytes further on.
  Symbol moved(long by) {
    return new Symbol(name, address + by, size, global);
  }
}
