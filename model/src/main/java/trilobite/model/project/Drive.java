// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

/// A disk of a target.
///
/// @param file relative to the project folder, or absolute
/// @param snapshot writes go to a throw-away layer
/// @param boot the machine boots from it
/// @param cdrom it is a CD-ROM, which is how PC firmware boots an ISO image without a boot sector
public record Drive(
    String file, String format, boolean readonly, boolean snapshot, boolean boot, boolean cdrom) {

  /// A hard disk.
  public Drive(String file, String format, boolean readonly, boolean snapshot, boolean boot) {
    this(file, format, readonly, snapshot, boot, false);
  }
}
