// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
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
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } catch (FileAlreadyExistsException e) {
        // Checked below like one that was there before: it may be a link or somebody else's.
      }
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
    // By number: a name is looked up in the system's list of users each time.
    var attributes =
        Files.readAttributes(folder, "unix:isDirectory,uid,permissions", LinkOption.NOFOLLOW_LINKS);
    if (!Boolean.TRUE.equals(attributes.get("isDirectory"))) {
      return "is not a folder";
    }
    if (((Number) Objects.requireNonNull(attributes.get("uid"))).longValue() != Self.uid()) {
      return "belongs to " + Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
    }
    return OWNER_ONLY.equals(attributes.get("permissions")) ? "" : "can be entered by others";
  }
}
