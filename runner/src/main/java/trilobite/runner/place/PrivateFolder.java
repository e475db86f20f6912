// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A folder that only this user can enter: mode 0700, ours, and no link. Anything else that stands
/// in its place was put there by somebody else and is refused.
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFolder() {}

  /// Makes the folder, or checks the one that exists. Parents must exist.
  ///
  /// @throws IOException where it cannot be made or is not private; fit for people
  public static Path require(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      // Checked below like a new one: it may be a link or somebody else's.
    }
    var reason = fault(folder);
    if (!reason.isEmpty()) {
      throw new IOException(
          folder + " " + reason + "; nothing was started. Remove it, or set XDG_RUNTIME_DIR.");
    }
    return folder;
  }

  /// True where the folder exists and is private.
  public static boolean holds(Path folder) {
    try {
      return fault(folder).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String fault(Path folder) throws IOException {
    var attributes =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isDirectory()) {
      return "is not a folder";
    }
    if (!attributes.owner().equals(Self.owner())) {
      return "belongs to " + attributes.owner().getName();
    }
    return attributes.permissions().equals(OWNER_ONLY) ? "" : "can be entered by others";
  }
}
